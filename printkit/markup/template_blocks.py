"""Find parts of a user's template that no page prints: takes a template, gives errors with lines.

A template that extends another template prints its blocks in the places of the blocks of the other
template. Jinja leaves out all other words of the template, and says nothing.
"""

from collections.abc import Iterator, Sequence

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from printkit.markup.sandbox import TemplateSandbox
from printkit.themes.own_templates import OwnTemplate


def lost_parts(environment: TemplateSandbox, own: OwnTemplate) -> Iterator[TemplateSyntaxError]:
    """Yield an error for each block that no extended template has, and for words outside blocks.

    Args:
        environment: has the user's own templates and printkit's templates.
        own: a template that Jinja can read.
    """
    tree = environment.parse(own.text, own.name, own.place)
    extended = _extended(tree)
    if not extended:
        return
    known = _blocks_of(environment, extended)
    for block in _outer_blocks(tree):
        if known is not None and block.name not in known and _first_line(block.body):
            told = (
                f"{extended} has no block {block.name}, so the words of this block are not printed;"
                f" the blocks are: {', '.join(sorted(known))}"
            )
            yield TemplateSyntaxError(told, block.lineno, own.name, own.place)
    if line := _line_outside_blocks(tree):
        told = f"words outside the blocks are not printed, because this template extends {extended}"
        yield TemplateSyntaxError(told, line, own.name, own.place)


def _blocks_of(environment: TemplateSandbox, name: str) -> set[str] | None:
    """Return the names of all blocks of a template and of the templates that this one extends.

    Returns:
        None if the templates extend each other in a circle, or if a name is computed or wrong.
    """
    known: set[str] = set()
    seen: set[str] = set()
    while name:
        if name in seen or environment.loader is None:
            return None
        seen.add(name)
        try:
            text, place, _ = environment.loader.get_source(environment, name)
        except TemplateNotFound:
            # The error comes up with its line when the template is filled in.
            return None
        tree = environment.parse(text, name, place)
        known |= {block.name for block in tree.find_all(nodes.Block)}
        name = _extended(tree)
        if not name and tree.find(nodes.Extends):
            return None
    return known


def _extended(tree: nodes.Template) -> str:
    """Return the name of the template that a template extends; empty if no name is written."""
    extends = tree.find(nodes.Extends)
    name = extends.template if extends else None
    return str(name.value) if isinstance(name, nodes.Const) else ""


def _outer_blocks(tree: nodes.Template) -> Iterator[nodes.Block]:
    """Yield the blocks that stand in no other block."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        for child in waiting.pop().iter_child_nodes():
            if isinstance(child, nodes.Block):
                yield child
            else:
                waiting.append(child)


def _line_outside_blocks(tree: nodes.Template) -> int:
    """Return the first line of words or values that stand behind `extends` in no block; else 0."""
    places = [index for index, node in enumerate(tree.body) if isinstance(node, nodes.Extends)]
    behind = tree.body[places[0] :] if places else []
    return _first_line([one for one in behind if isinstance(one, nodes.Output)])


def _first_line(parts: Sequence[nodes.Node]) -> int:
    """Return the line of the first part that prints something; 0 if all parts are spaces."""
    for part in parts:
        for one in part.nodes if isinstance(part, nodes.Output) else [part]:
            words = one.data if isinstance(one, nodes.TemplateData) else "value"
            if words.strip():
                gap = words[: len(words) - len(words.lstrip())]
                return one.lineno + gap.count("\n")
    return 0
