"""``firsthand plugins``: the plug-ins that are installed, and whether they can be used."""

import argparse
from dataclasses import asdict

from firsthand.cli.options import Commands, described
from firsthand.cli.output import add_output


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("plugins", help="list the plug-ins that are installed", description=described(__doc__))
    add_output(parser, "an object a line")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Load each plug-in and say what it is; the exit code is 1 where one cannot be used."""
    import json
    import os

    from firsthand import plugins

    found = plugins.installed()
    problems = {plugin: plugins.problem(plugin) for plugin in found}
    for plugin in found:
        why = problems[plugin]
        if options.json:
            print(json.dumps({**asdict(plugin), "problem": why}))
        else:
            print(f"{plugin.kind:13}  {plugin.name}  ({plugin.package}){f': {why}' if why else ''}")
    if not found and not options.json:
        off = os.environ.get(plugins.SWITCH) == "off"
        print(f"Plug-ins are left out: {plugins.SWITCH}=off" if off else "No plug-ins are installed.")
    return 1 if any(problems.values()) else 0
