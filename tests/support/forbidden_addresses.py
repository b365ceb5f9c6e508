"""Networks that printkit must not ask, and the spellings of an address.

FORBIDDEN                the networks, the first 16 of IPv4
spell(address, chance)   one of the spellings of an address that resolvers or browsers understand
"""

import ipaddress
import random

FORBIDDEN = (
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
    *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"),
    *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    *("168.63.129.16/32", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    *("2001:db8::/32", "::/96", "64:ff9b:1::/48"),
)


def spell(address: ipaddress.IPv4Address, chance: random.Random) -> str:
    """Return one of the spellings of an address that resolvers or browsers understand."""
    number, parts = int(address), str(address).split(".")
    high, low = number >> 16, number & 0xFFFF
    return chance.choice(
        [
            str(address),
            str(number),
            hex(number),
            f"0{number:o}",
            ".".join(hex(int(part)) for part in parts),
            ".".join(f"0{int(part):o}" for part in parts),
            f"{parts[0]}.{parts[1]}.{low}",
            f"{parts[0]}.{number & 0xFFFFFF}",
            f"{address}.",
            f"[::ffff:{address}]",
            f"[::{high:x}:{low:x}]",
            f"[64:ff9b::{high:x}:{low:x}]",
            f"[2002:{high:x}:{low:x}::1]",
            f"[2001:0:{high:x}:{low:x}::]",
            str(address).translate({ord(digit): 0xFF10 + int(digit) for digit in "0123456789"}),
            str(address).replace(".", "。"),
        ]
    )
