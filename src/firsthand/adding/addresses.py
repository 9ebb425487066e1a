"""Where a page stands: its address without what only says how a reader came to it."""

from firsthand.text import address_parts

# Parameters that campaigns, newsletters and social networks put behind an address, after the lists of AdGuard
# (TrackParamFilter) and ClearURLs. ``courlan`` leaves out more: words like ``ref``, ``source``, ``cid`` or ``eid`` name
# the article itself on some sites, and two articles would be taken for one.
_PREFIXES = ("utm_", "mtm_", "matomo_", "pk_", "itm_", "hsa_", "vero_", "oly_", "mkt_", "_hs", "__hs", "ns_mail")
_TRACKERS = """
fbclid gclid dclid msclkid yclid ysclid twclid ttclid gbraid wbraid gclsrc srsltid igshid igsh mc_cid mc_eid _ga _gl
_openstat ncid ocid smid cmpid li_fat_id rdt_cid epik s_kwcid wickedid irclickid xtor
"""
_NAMES = frozenset(_TRACKERS.split())


def place(url: str | None) -> str | None:
    """Return the address of a page without scheme, "www.", tracking parameters and fragment; what else asks stays.

    None for what is no address of one page: no host, or a site's front page, where another thing stands every hour.

    >>> place("https://www.lind.example/toll/?id=7&utm_source=mail#top")
    'lind.example/toll?id=7'
    """
    host, path, asked, fragment = address_parts(url)
    query = "&".join(part for part in asked.split("&") if part and not _is_tracking(part.partition("=")[0]))
    # A fragment that a script reads as a path names the page.
    named = f"#{fragment}" if fragment.startswith(("/", "!")) else ""
    return f"{host}{path}{'?' if query else ''}{query}{named}" if host and (path or query or named) else None


def _is_tracking(name: str) -> bool:
    name = name.lower().removeprefix("amp;")
    return name in _NAMES or name.startswith(_PREFIXES)
