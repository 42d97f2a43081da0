"""Which addresses a fetch may reach: those of the public internet, unless private ones are allowed."""

from __future__ import annotations

import ipaddress
import socket
import threading

from sayso.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


def is_public(address: str) -> bool:
    """Whether an address, and the IPv4 address that it may hold, is one that anyone on the internet could serve from."""
    try:
        parsed: Address = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return _is_public(parsed)


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        held = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if held is None and any(address in network for network in _NAT64):
            held = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if held is None and int(address) >> 32 == 0:
            held = ipaddress.IPv4Address(int(address))
        if held is not None:
            return _is_public(held)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved and not address.is_unspecified


def resolve(host: str, port: int, url: str, *, allow_private: bool, timeout_s: float) -> list[str]:
    """The addresses of a host, all checked, in the order to try. FetchError where one is not public or there is none.

    The caller connects to one of these and not to the name, so that a second answer from the name server cannot lead
    elsewhere.
    """
    found: list[str] = []
    failed: list[Exception] = []

    def look_up() -> None:
        try:
            found.extend(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    # The system's look-up takes no time limit of its own.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(timeout_s)
    if thread.is_alive():
        raise FetchError(f"{url} took too long to find; try again or raise the time limit.", code="timeout")
    if failed or not found:
        raise FetchError(f"{url} has no such host; check the address.", code="no-host")
    addresses = list(dict.fromkeys(found))
    if not allow_private and not all(is_public(address) for address in addresses):
        raise FetchError(f"{url} is at a private address; use --allow-private if you trust it.", code="private-address")
    return addresses
