"""TeX goes in; its signs come out as plain text, if every command is known."""

import re

from printkit.text.patterns import regex

_COMMAND = regex(r"\\([A-Za-z]{1,40}|.)\s*", re.DOTALL)
_ENVIRONMENT = regex(r"\\(?:begin|end)\{[^{}]{1,40}\}(?:\{[lcr|]{1,40}\})?")
_ROOT = regex(r"\\sqrt\s*\[([^\[\]]{1,20})\]")
# These only set the look, or the place of their arguments.
_SILENT = frozenset(
    [
        *("frac", "dfrac", "tfrac", "cfrac", "sqrt", "left", "right", "middle", "text", "quad"),
        *("big", "bigl", "bigr", "Big", "Bigl", "Bigr", "bigg", "Bigg", "limits", "nolimits"),
        *("mathrm", "mathbf", "mathit", "mathsf", "mathbb", "mathcal", "textbf", "textrm"),
        *("textit", "operatorname", "boldsymbol", "displaystyle", "textstyle", "overline", "bar"),
        *("hat", "vec", "tilde", "dot", "ddot", "binom", "qquad", *",;:!{}| \\"),
    ]
)
_SIGNS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "lambda": "λ", "mu": "μ", "pi": "π",
    "sigma": "σ", "tau": "τ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "rho": "ρ",
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sum": "∑", "int": "∫", "prod": "∏",
    "infty": "∞", "partial": "∂", "nabla": "∇", "to": "→", "rightarrow": "→", "in": "∈",
    "cup": "∪", "cap": "∩", "prime": "'", "%": "%", "sin": "sin", "cos": "cos", "tan": "tan",
    "log": "log", "ln": "ln", "exp": "exp", "lim": "lim", "max": "max", "min": "min",
    "lt": "<", "gt": ">", "-": "",
}  # fmt: skip


def plain_tex(tex: str) -> str | None:
    """Return the signs of TeX; None if a command is unknown, because its signs are unknown."""
    flat = _ENVIRONMENT.sub(" ", _ROOT.sub(r" \1 ", tex))
    if any(one not in _SILENT and one not in _SIGNS for one in _COMMAND.findall(flat)):
        return None
    return _COMMAND.sub(lambda found: f"{_SIGNS.get(found[1], '')} ", flat)
