"""The report, served: the same pages as on disk, one at a time, with a paste box and corrections.

``firsthand serve`` is for one newsroom's machine: it binds to the loopback unless told otherwise, knows no users, and
trusts neither documents nor other sites that the same browser has open (``security``). What takes long or reads what
nobody has vouched for runs in processes of its own (``children``).
"""
