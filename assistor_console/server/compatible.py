"""What a change of the OpenAPI document would break: consoles and servers one version apart work together.

A request may gain fields that can be left out and accept more; a reply may gain fields. Everything else
breaks: an older console sends what it always sent, and reads what it always read. A reply's enumeration may
not gain a value either, because an older console knows only the values of its day.
"""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
_AT_LEAST = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_AT_MOST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")
_EXACT = ("type", "format", "pattern", "contentEncoding", "const")


def breaking(old: Json, new: Json) -> list[str]:
    """What would break, in words that name path and field; nothing where all goes on working."""
    found: list[str] = []
    for path, before in old["paths"].items():
        after = new["paths"].get(path)
        if after is None:
            found.append(f"{path}: gone")
            continue
        for method, act in before.items():
            if method not in after:
                found.append(f"{method} {path}: gone")
            else:
                found += _Change(old, new, path).act(act, after[method])
    return found


class _Change:
    """One path, before and after."""

    def __init__(self, old: Json, new: Json, path: str) -> None:
        self._old, self._new, self._path = old, new, path
        self._seen: set[tuple[str, str, bool]] = set()

    def act(self, before: Json, after: Json) -> Iterator[str]:
        """What breaks in one act."""
        gone = set(before.get("x-roles", [])) - set(after.get("x-roles", []))
        yield from (f"{self._path}: {role} may no longer send it" for role in sorted(gone))
        if after.get("security") and not before.get("security"):
            yield f"{self._path}: no longer without a session"
        yield from self._parameters(before, after)
        yield from self._contents(before.get("requestBody"), after.get("requestBody"), sent=True)
        yield from self._contents(before["responses"].get("200"), after["responses"].get("200"), sent=False)

    def _parameters(self, before: Json, after: Json) -> Iterator[str]:
        """Headers, and what a path's question mark adds."""
        old, new = ({each["name"]: each for each in act.get("parameters", [])} for act in (before, after))
        for name, each in new.items():
            if each.get("required") and not old.get(name, {}).get("required"):
                yield f"{self._path}: {name} is newly required"
        for name, each in old.items():
            if name in new:
                yield from self._schema(f" {name}", each["schema"], new[name]["schema"], sent=True)
            else:
                yield f"{self._path}: {name} is no longer read"

    def _contents(self, before: Json | None, after: Json | None, sent: bool) -> Iterator[str]:
        if before is None:
            return
        for kind, content in before["content"].items():
            other = (after or {"content": {}})["content"].get(kind)
            if other is None:
                yield f"{self._path}: {kind} is no longer {'read' if sent else 'answered'}"
            else:
                yield from self._schema("", content["schema"], other["schema"], sent)

    def _schema(self, where: str, before: Json, after: Json, sent: bool) -> Iterator[str]:
        names = before.get("$ref", ""), after.get("$ref", "")
        if names != ("", ""):
            if (*names, sent) in self._seen:
                return
            self._seen.add((*names, sent))
        before, after = _resolved(self._old, before), _resolved(self._new, after)
        for check in (self._words, self._limits, self._choices, self._fields):
            yield from check(where, before, after, sent)
        for part in ("items", "additionalProperties"):
            one, other = before.get(part, True), after.get(part, True)
            if isinstance(one, dict) and isinstance(other, dict):
                yield from self._schema(f"{where}[]", one, other, sent)
            elif one != other and (one and other is not True if sent else isinstance(one, dict)):
                yield f"{self._path}{where}: other {part}"

    def _words(self, where: str, before: Json, after: Json, sent: bool) -> Iterator[str]:
        for word in _EXACT:
            lifted = sent and word not in after and word != "type"
            if before.get(word) != after.get(word) and not lifted and (before.get(word) or sent):
                yield f"{self._path}{where}: {word} was {before.get(word)}, is {after.get(word)}"
        alternatives = before.get("anyOf") or [], after.get("anyOf") or []
        if len(alternatives[0]) != len(alternatives[1]):
            yield f"{self._path}{where}: other alternatives"
        for one, other in zip(*alternatives, strict=False):
            yield from self._schema(where, one, other, sent)

    def _limits(self, where: str, before: Json, after: Json, sent: bool) -> Iterator[str]:
        if not sent:
            return
        for words, tighter in ((_AT_LEAST, _greater), (_AT_MOST, _smaller)):
            for word in words:
                if word in after and (word not in before or tighter(after[word], before[word])):
                    yield f"{self._path}{where}: {word} was {before.get(word)}, is {after[word]}"

    def _choices(self, where: str, before: Json, after: Json, sent: bool) -> Iterator[str]:
        old, new = set(before.get("enum", [])), set(after.get("enum", []))
        changed = old - new if sent else new - old
        if old and new:
            word = "no longer accepted" if sent else "unknown to an older console"
            yield from (f"{self._path}{where}: {value} is {word}" for value in sorted(changed))
        elif new if sent else old:
            yield f"{self._path}{where}: {'only some values are accepted' if sent else 'any value may come'}"

    def _fields(self, where: str, before: Json, after: Json, sent: bool) -> Iterator[str]:
        old, new = before.get("properties", {}), after.get("properties", {})
        yield from (f"{self._path}{where}.{name}: gone" for name in old if name not in new)
        required = set(before.get("required", [])), set(after.get("required", []))
        if sent:
            newly = sorted(required[1] - required[0])
            yield from (f"{self._path}{where}.{name}: newly required" for name in newly)
        else:
            lost = sorted((required[0] - required[1]) & set(new))
            yield from (f"{self._path}{where}.{name}: no longer always there" for name in lost)
        for name in old:
            if name in new:
                yield from self._schema(f"{where}.{name}", old[name], new[name], sent)


def _greater(one: Any, other: Any) -> bool:
    return bool(one > other)


def _smaller(one: Any, other: Any) -> bool:
    return bool(one < other)


def _resolved(document: Json, schema: Json) -> Json:
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema
