"""Guards of printkit, each with the words that make the guard weak and the tests that must notice.

GUARDS    a `Guard` for each; `sabotage.py` weakens one at a time, in a copy of the checkout

A guard whose words are no longer in its module is told: a change that moves the code moves the row.
"""

from typing import NamedTuple


class Guard(NamedTuple):
    """A guard that can be made weak.

    Attributes:
        name: what goes wrong without the guard.
        module: the path of the module under `printkit/`.
        words: a part of the module; it stands there once.
        weak: the words in their place.
        tests: the path of the tests under `tests/`, of which one must fail.
        chosen: the tests to run, as pytest's `-k` takes them; empty for all.
    """

    name: str
    module: str
    words: str
    weak: str
    tests: str
    chosen: str = ""


_FETCHER, _NETWORK, _OPENING = "press/fetcher.py", "pictures/network.py", "files/opening.py"
_SESSION = "pictures/public_session.py"
_PUBLISHING, _LIMITS = "files/publishing.py", "edition/limits.py"
_OF_NETWORK, _OF_LIMITS = "pictures/test_network.py", "copyedit/test_limits.py"

GUARDS: tuple[Guard, ...] = (
    Guard(
        "the fetcher asks its base class for what it does not have",
        _FETCHER,
        "            self.refused.append(url)",
        "            return super().fetch(url)",
        "press/test_fetcher.py",
    ),
    Guard(
        "the fetcher opens requests as urllib does",
        _FETCHER,
        "return self.fetch(url if isinstance(url, str) else url.full_url)",
        "return super(weasyprint.urls.URLFetcher, self).open(url)",
        "press/test_fetcher.py",
    ),
    Guard(
        "addresses that only printkit calls private are asked",
        _SESSION,
        "    policy.add_denied_addresses(_ALSO_PRIVATE)\n",
        "",
        _OF_NETWORK,
        "spelling",
    ),
    Guard(
        "proxies and passwords of the machine are used",
        _SESSION,
        "session.trust_env = False",
        "session.trust_env = True",
        _OF_NETWORK,
        "nothing_of_this_machine",
    ),
    Guard(
        "addresses are not checked before they are asked",
        _NETWORK,
        "        host = _checked_host(url, self.ports)\n",
        '        host = urlsplit(url).hostname or ""\n',
        _OF_NETWORK,
        "no_plain_web_address or only_the_ports",
    ),
    Guard(
        "a redirect leads from https to http",
        _NETWORK,
        'if url.lower().startswith("https:") and',
        'if url.lower().startswith("nothing:") and',
        _OF_NETWORK,
        "https_is_checked",
    ),
    Guard(
        "redirects are followed for long",
        _NETWORK,
        "for _ in range(errand.limits.redirects + 1):",
        "for _ in range(errand.limits.redirects + 99):",
        _OF_NETWORK,
        "redirects_are_followed",
    ),
    Guard(
        "an answer has no limit of bytes",
        _NETWORK,
        "if len(content) > errand.limits.picture_size * MB:",
        "if len(content) > 20 * errand.limits.picture_size * MB:",
        _OF_NETWORK,
        "bomb_is_not_unpacked",
    ),
    Guard(
        "an address may have a password",
        _NETWORK,
        "if user is not None:",
        "if user is not None and not parts.username:",
        _OF_NETWORK,
        "no_plain_web_address",
    ),
    Guard(
        "any port is asked",
        _NETWORK,
        "if port is not None and port not in ports:",
        "if port is not None and port not in range(65536):",
        _OF_NETWORK,
        "only_the_ports",
    ),
    Guard(
        "the resolver of names is waited for",
        "pictures/deadline.py",
        "return running.get(self.left + _PAUSE)",
        "return running.get(60)",
        _OF_NETWORK,
        "within_the_deadline",
    ),
    Guard(
        "a body may have millions of elements",
        _LIMITS,
        '10_000, "elements",',
        '10_000_000, "elements",',
        _OF_LIMITS,
    ),
    Guard(
        "a body may be nested deep",
        _LIMITS,
        '100, "elements inside each other"',
        '150, "elements inside each other"',
        _OF_LIMITS,
    ),
    Guard(
        "a body may have many links",
        _LIMITS,
        "    links: int = _limit(5_000,",
        "    links: int = _limit(50_000,",
        _OF_LIMITS,
    ),
    Guard(
        "a body may have many pictures",
        _LIMITS,
        "    pictures: int = _limit(500,",
        "    pictures: int = _limit(50_000,",
        _OF_LIMITS,
    ),
    Guard(
        "a device is read",
        _OPENING,
        "        if kind and not waits:",
        "        if kind and not waits and not path:",
        "files/test_opening.py",
    ),
    Guard(
        "a file has no limit of bytes",
        _OPENING,
        "    if len(data) > most:\n",
        "    if len(data) > 100 * most:\n",
        "files/test_opening.py",
    ),
    Guard(
        "a pipe is waited for",
        _OPENING,
        "return os.open(name, flags if waits else flags | _NO_WAIT)",
        "return os.open(name, flags)",
        "files/test_opening.py",
    ),
    Guard(
        "a draft stays behind",
        "files/drafts.py",
        "path.unlink(missing_ok=True)",
        "path.exists()",
        "files/test_publishing.py",
    ),
    Guard(
        "a link is overwritten",
        _PUBLISHING,
        "    _refuse_other_kinds(path)\n    try:\n        # The draft",
        "    try:\n        # The draft",
        "files/test_publishing.py",
    ),
    Guard(
        "an interrupt that other code caught is lost",
        "cli/interrupts.py",
        "                os.kill(os.getpid(), _arrived[0])",
        "                pass",
        "cli/test_interrupts.py",
        "caught",
    ),
    Guard(
        "a store that hangs keeps an interrupted run",
        "files/haste.py",
        "        _left[0] -= used",
        "        pass",
        "files/test_haste.py",
    ),
    Guard(
        "a package tells the password of an address",
        "files/stores.py",
        "hide_secrets_of(address.full, reason or type(error).__name__)",
        "reason or type(error).__name__",
        "files/test_stores.py",
        "password",
    ),
    Guard(
        "a picture may have thousands of scans",
        "pictures/jpeg_segments.py",
        "if scans > limits.picture_scans:",
        "if scans > 1_000 * limits.picture_scans:",
        "pictures/test_jpeg_segments.py",
    ),
    Guard(
        "a picture has no limit of pixels",
        "pictures/decoding.py",
        "if width * height > megapixels * 1_000_000:",
        "if width * height > megapixels * 10_000_000_000:",
        "pictures/test_decoding.py",
    ),
    Guard(
        "a picture may lie outside the folder",
        "pictures/folder.py",
        "        if not self._allows(path):\n",
        "        if not path:\n",
        "pictures/test_folder.py",
    ),
    Guard(
        "active keys stay in joined PDFs",
        "inserts/key_filter.py",
        "            elif not has_given_names:\n                self._keep_allowed(one, allowed)\n",
        "",
        "test_inserts.py",
        "harm or active or hostile or hidden or key",
    ),
    Guard(
        "a stream of a joined PDF is not measured",
        "inserts/key_filter.py",
        "                self._limits.check(one)\n",
        "",
        "test_inserts.py",
        "hostile or bomb or unpack or stream",
    ),
    Guard(
        "control characters reach the terminal",
        "cli/__init__.py",
        'return safe_for_terminal(f"{error} [{error.code}]")',
        'return f"{error} [{error.code}]"',
        "cli/test_terminal.py",
        "steer",
    ),
    Guard(
        "a theme may use any file",
        "themes/own_files.py",
        "    if problems := (*found.problems, *circles_of_imports(found.sheets)):\n",
        "    if problems := circles_of_imports(found.sheets):\n",
        "themes/test_own_files.py",
    ),
    Guard(
        "a damaged entry of the cache is used",
        "files/cache.py",
        "if checksum != _checksum(path.name, data):",
        "if not checksum:",
        "files/test_cache.py",
    ),
    Guard(
        "a changed file passes for one of ours",
        "files/seal.py",
        "return found is not None and found[2] == _true_digits(pdf, found)",
        "return found is not None",
        "files/test_seal.py",
    ),
    Guard(
        "a packed stream may be of any size",
        "inspect/unpacked_size.py",
        "        if size > limits.pdf_stream_size * MB:\n",
        "        if size > 100 * limits.pdf_stream_size * MB:\n",
        "inspect/test_unpacked_size.py",
    ),
    Guard(
        "workers publish to a store that no other process sees",
        "printing/worker_arguments.py",
        "if not isinstance(folder, Address) or folder.scheme in ONLY_HERE:",
        "if not isinstance(folder, Address):",
        "printing/test_worker_arguments.py",
        "publish_only",
    ),
    Guard(
        "a worker without the package of the store fails every record",
        "pipeline/printed_records.py",
        "    refuse_worker_without_package(folder)\n",
        "",
        "pipeline/test_printed_records.py",
        "without_the_package",
    ),
)
