"""What CPython says of Python files: nodes, constants, templates and tokens, ranges in UTF-16 units.

Reads paths from standard input, one a line; writes one line of JSON for each.
"""

import ast
import io
import json
import re
import sys
import tokenize
import warnings

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# With it, positions inside f-strings are right and `tokenize` is the tokenizer of CPython itself.
HAS_PEP_701 = sys.version_info >= (3, 12)
KINDS = {tokenize.COMMENT: "comment", tokenize.STRING: "string", tokenize.NUMBER: "number", tokenize.NAME: "word"}
FSTRING_START = {getattr(tokenize, name) for name in ("FSTRING_START", "TSTRING_START") if hasattr(tokenize, name)}
FSTRING_END = {getattr(tokenize, name) for name in ("FSTRING_END", "TSTRING_END") if hasattr(tokenize, name)}
# \N{…} of a literal that is not raw: which character it is takes Unicode's own table, which we don't carry.
NAMED = re.compile(r"(\\\\)|\\N\{[^{}]*\}")


class Text:
    """A file's text, with offsets in UTF-16 units from a line and a column in bytes or characters."""

    def __init__(self, source):
        lines = io.BytesIO(source.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
        encoding, _ = tokenize.detect_encoding(lines.readline)
        self.text = source.decode(encoding).removeprefix("\ufeff")
        self.lines = LINE.findall(self.text) + [""]
        self.is_ascii = self.text.isascii()
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + units(line))

    def at_bytes(self, line, column):
        if self.is_ascii:
            return self.starts[line - 1] + column
        return self.starts[line - 1] + units(self.lines[line - 1].encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))

    def at_characters(self, line, column):
        last = len(self.lines)
        if line > last:
            return self.starts[last]
        return self.starts[line - 1] + (column if self.is_ascii else units(self.lines[line - 1][:column]))

    def range(self, node):
        return [self.at_bytes(node.lineno, node.col_offset), self.at_bytes(node.end_lineno, node.end_col_offset)]


def units(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_template(node):
    return type(node).__name__ in ("JoinedStr", "TemplateStr")


def visible(tree):
    """Every node that has a place worth comparing."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if getattr(node, "end_col_offset", None) is not None:
            yield node
        if HAS_PEP_701 or not is_template(node):
            stack.extend(ast.iter_child_nodes(node))


def parts(values):
    """A template's texts and holes in order, neighbouring texts made one."""
    found = []
    for value in values:
        if isinstance(value, ast.Constant):
            if found and isinstance(found[-1], str):
                found[-1] += value.value
            elif value.value:
                found.append(value.value)
        else:
            spec = value.format_spec
            found.append([value.conversion, parts(spec.values) if spec is not None else None])
    return found


def shown(value):
    return ["bytes", value.decode("latin-1")] if isinstance(value, bytes) else ["str", value]


def literal(token):
    """What one string token means: its value, or the parts of its template; None for one that does not stand alone."""
    prefix = token[: re.search("['\"]", token).start()].lower()
    plain = token if "r" in prefix or "b" in prefix else NAMED.sub(lambda found: found[1] or "\\ufffd", token)
    try:
        value = ast.parse(f"({plain})", mode="eval").body
    except (SyntaxError, ValueError):
        return None
    return ["template", parts(value.values)] if is_template(value) else shown(value.value)


def tokens_of(text):
    """Comments, strings, words and numbers. Since 3.12 an f-string is many tokens; here it is one again."""
    found = []
    depth, start = 0, None
    for kind, string, begin, end, _ in tokenize.generate_tokens(io.StringIO(text.text, newline=None).readline):
        if kind in FSTRING_START:
            start = begin if depth == 0 else start
            depth += 1
        elif kind in FSTRING_END:
            depth -= 1
            if depth == 0:
                found.append(["string", text.at_characters(*start), text.at_characters(*end), None])
        elif kind in KINDS and (depth == 0 or kind == tokenize.COMMENT):
            found.append([KINDS[kind], text.at_characters(*begin), text.at_characters(*end), literal(string) if kind == tokenize.STRING else None])
    return found


def facts(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"path": path, "error": f"{type(error).__name__}: {error}"}
    text = Text(source)
    nodes, constants, templates = [], [], []
    for node in visible(tree):
        place = text.range(node)
        nodes.append([type(node).__name__, *place])
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            constants.append([*place, *shown(node.value)])
        elif is_template(node):
            templates.append([*place, parts(node.values)])
    try:
        tokens = tokens_of(text)
    except (tokenize.TokenError, SyntaxError) as error:
        tokens = str(error)
    return {"path": path, "error": None, "knowsAllWords": HAS_PEP_701, "nodes": nodes, "constants": constants, "templates": templates, "tokens": tokens}


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10_000)
    for line in sys.stdin:
        print(json.dumps(facts(line.rstrip("\n"))), flush=True)


main()
