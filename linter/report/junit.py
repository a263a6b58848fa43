"""JUnit XML: a test suite per file, a test case per finding, for build servers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from linter.report.choice import chosen, mark, shown_path
from linter.report.escape import clipped, xml
from linter.report.texts import cited, message, remedy, sources, why

if TYPE_CHECKING:
    from linter.findings.finding import Finding, Result
    from linter.report.options import Options


def render(result: Result, options: Options) -> str:
    """Suppressed and unknown findings, where shown, are skipped; a file without findings passes.

    No times are given: the same findings make the same file.
    """
    files: dict[str, list[Finding]] = {path: [] for path in sorted(result.documents)}
    shown = list(chosen(result, options, unknown=options.show_unknown))
    for finding in shown:
        files.setdefault(finding.place.path, []).append(finding)
    names = _names(shown)
    suites, tests, failures, skips = [], 0, 0, 0
    for path, findings in files.items():
        skipped = sum(bool(mark(finding)) for finding in findings)
        count = max(len(findings), 1)
        failed = len(findings) - skipped
        tests, failures, skips = tests + count, failures + failed, skips + skipped
        suites += _suite(
            shown_path(path, options), findings, (count, failed, skipped), result, options, names
        )
    suites += _errors(result.errors)
    broken = len(result.errors)
    head = (
        f'<testsuites name="amtlint" tests="{tests + broken}" failures="{failures}" '
        f'errors="{broken}" skipped="{skips}">'
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"


def _suite(
    path: str,
    findings: list[Finding],
    numbers: tuple[int, int, int],
    result: Result,
    options: Options,
    names: dict[int, str],
) -> list[str]:
    tests, failures, skipped = numbers
    numbered = f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}"'
    lines = [f'  <testsuite name="{xml(path)}" {numbered}>']
    if not findings:
        lines.append(f'    <testcase classname="{xml(path)}" name="amtlint" file="{xml(path)}"/>')
    for finding in findings:
        lines += _case(path, finding, result, options, names[id(finding)])
    return [*lines, "  </testsuite>"]


def _names(findings: list[Finding]) -> dict[int, str]:
    """A name for each, by its `id()`: of equal ones build servers show only the first.

    A house has an entry for each of its platforms; where all that is the same, the fingerprint tells.
    """
    names = {id(finding): _name(finding) for finding in findings}
    alike = Counter((finding.place.path, names[id(finding)]) for finding in findings)
    seen: Counter[str] = Counter()
    for finding in findings:
        name = names[id(finding)]
        if alike[finding.place.path, name] > 1:
            told = f"{name} {finding.fingerprint[:8]}"
            seen[told] += 1
            names[id(finding)] = told + (f"-{seen[told]}" if seen[told] > 1 else "")
    return names


def _name(finding: Finding) -> str:
    subject = finding.account_id or f"{finding.authority} {finding.platform}".strip()
    return " ".join(filter(None, (finding.code, finding.rule.name, subject, finding.field)))


def _case(path: str, finding: Finding, result: Result, options: Options, name: str) -> list[str]:
    lang, marked = options.lang, mark(finding)
    brief = xml(clipped(message(finding, lang)))
    head = (
        f'    <testcase classname="{xml(path)}" name="{xml(clipped(name))}" file="{xml(path)}" '
        f'line="{finding.place.line}">'
    )
    if marked:
        reason = f" ({xml(finding.reason)})" if finding.reason else ""
        body = [f'      <skipped message="{marked}: {brief}{reason}"/>']
    else:
        place = f"{path}:{finding.place.line}:{finding.place.column}"
        text = [
            f"{place}: {clipped(message(finding, lang))}",
            why(finding, lang),
            *(cited(source, result, lang) for source in sources(finding, result)),
            clipped(remedy(finding, lang)),
        ]
        lines = "\n".join(xml(line) for line in text)
        body = [
            f'      <failure type="{finding.severity}" message="{finding.code}: {brief}">{lines}</failure>'
        ]
    return [head, *body, "    </testcase>"]


def _errors(errors: list[str]) -> list[str]:
    """What failed in the linter itself or could not be read."""
    if not errors:
        return []
    count = len(errors)
    cases = [
        f'    <testcase classname="amtlint" name="error {number}">'
        f'<error type="error" message="{xml(error)}"/></testcase>'
        for number, error in enumerate(errors, 1)
    ]
    head = f'  <testsuite name="amtlint" tests="{count}" failures="0" errors="{count}" skipped="0">'
    return [head, *cases, "  </testsuite>"]
