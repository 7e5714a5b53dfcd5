"""The layout of a text: what to pass over when matching, and where its blocks are.

Both functions leave the text alone. `masked` gives a copy of equal length in
which typography is plain and everything that is not prose is blank; `blocks`
gives the headings, list items, paragraphs and turns of a transcript as spans.
All offsets are Unicode code points into the text as stored, half open.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

__all__ = ["Block", "BlockKind", "blocks", "masked"]

BlockKind = Literal["heading", "bullet", "paragraph", "turn"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text, ``text[start:end]``, without surrounding space.

    The marks that make a block (``#``, ``>``, a list bullet, the asterisks of
    a line that is bold as a whole) lie outside of it; marks within it do not.

    `label` is the name before a turn ("Ada Lovelace", "Q") or the run-in
    heading of a paragraph or list item ("14:40", "Land"), without marks and
    closing punctuation. The text after it begins at `label_end`, which is
    `start` where there is no label and `end` where nothing follows.

    `level` is 1 to 6 for headings (6 where the text gives no rank), 1 and up
    for list items by their nesting, otherwise 0.
    """

    start: int
    end: int
    kind: BlockKind
    label: str | None
    label_end: int
    level: int = 0


# --- masking -------------------------------------------------------------------------------

_DOUBLE_QUOTES = "“”„‟″«»❝❞〝〞＂"
# The backtick and the acute accent stand for quotation marks in typewritten text.
_SINGLE_QUOTES = "‘’‚‛′‹›ʼ＇`´"
# En and em dashes part clauses and stay as they are; these join words or digits.
_HYPHENS = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
_NEWLINES = "\r\u0085\u2028\u2029"
# Category Zs, and the control characters that are white space on a line.
_SPACES = (
    "\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
_PLAIN = str.maketrans(
    dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_NEWLINES, "\n")
    | dict.fromkeys(_SPACES, " ")
)
# Soft hyphen, combining grapheme joiner, zero-width characters, direction marks, word
# joiner and byte order mark: they print as nothing.
_UNSEEN = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_UNSEEN_CHARACTER = re.compile(f"[{_UNSEEN}]")
# Letters, the unseen, and the combining accents of Latin, Greek and Cyrillic.
_WORD = re.compile(rf"[\w{_UNSEEN}\u0300-\u036f]+")
_LOOSE_PART = re.compile(rf"[{_UNSEEN}\u0300-\u036f]")

# Order matters: whole constructs first, single marks after them.
_MARKS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"!\[[^\[\]\n]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"\n]*\")?\)",  # an image
        r"^ {0,3}\[[^\[\]\n]{1,80}\]: +\S+.*$",  # the target of a reference link
        r"\[\^?\d{1,3}\]",  # a footnote mark
        r"<!--[^<>\n]{0,500}-->",
        r"</?[A-Za-z][^<>\n]{0,300}>",  # an HTML tag, or an address in angle brackets
        r"&nbsp;",
        r"^[ >]*[-*_=](?: ?[-*_=]){2,} *$",  # a rule, or the underline of a heading
        r"^[ >]*(?:[-*+•·▪◦●‣–] +|\d{1,2}[.)] +)",  # a list bullet
        r"^ *>[ >]*",
        r"^ *#{1,6}(?= |$)",
        r"\\(?=[-\\*_#>\[\]().!+`{}])",
        r"(?<=\S)\*{1,3}|\*{1,3}(?=\S)",
        r"(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])",
        r"~~",
    )
)
_LINK = re.compile(
    r"\[([^\[\]\n]*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"\n]*\")?\)|\[[^\[\]\n]*\])"
)

_SHARE = (
    r"(?:share|tweet|print|save|e-?mail|copy link|comments?|facebook|twitter|x|whatsapp|telegram"
    r"|linkedin|reddit|pocket|bookmark)"
)
# Whole lines that a page's furniture leaves in copied text. Each pattern must match the
# line from end to end, so that a sentence which only begins like one is kept.
_REMAINS = re.compile(
    r"""(?:
    # paywalls and accounts
      (?:please\ )?subscribe(?:\ (?:now|today|here|free|for\ free|for\ more))?
    | subscribe\ (?:now\ |today\ )?(?:to|for)\ (?:our|my|us|full\ access|unlimited)\b.*
    | subscribe\ (?:now\ |today\ )?(?:to|for)\ the\ .{0,40}\b(?:newsletter|podcast|channel)
    | subscribe\ (?:now\ )?to\ (?:continue|keep|read|unlock|access|support)\b.*
    | (?:become|join\ as)\ a\ (?:paid\ |paying\ )?(?:subscriber|member|supporter)\b.*
    | (?:already|are\ you)\ (?:an?\ )?(?:\w+\ )?(?:subscriber|member|subscribed|registered)\b.*
    | (?:please\ )?(?:log|sign)\ ?(?:in|up)(?:\ (?:now|here|free|for\ free))?
    | (?:please\ )?(?:log|sign)\ in\ (?:to|or)\b.*
    | register(?:\ now|\ here|\ for\ free)? | create\ an?\ (?:free\ )?account
    | join\ the\ (?:discussion|conversation|debate)(?:\ below|\ in\ the\ comments)?
    | join\ like-?\ ?minded\ readers\b.*
    | to\ join\ the\ (?:discussion|conversation|debate)\b.*
    | (?:this|the)\ (?:article|content|story)\ is\ (?:only\ )?(?:for|available\ to|reserved\ for)
      \ (?:paid\ |paying\ |our\ )?(?:subscribers|members)\b.*
    | (?:you\ have|you've)\ (?:reached|used)\ your\b.*\b(?:articles?|limit)\b.*
    | (?:continue|keep)\ reading(?:\ (?:with|for|below|the\ main\ story|after)\b.*)?
    | (?:support|donate\ to)\ (?:us|our\ (?:journalism|work))\b.*
    # newsletters and apps
    | sign\ up\ (?:for|to)\ .{0,80}\b(?:newsletters?|e-?mails?|inbox|briefings?|alerts?|updates?)
      \b.*
    | get\ (?:our|the)\ (?:\w+\ ){0,3}(?:newsletter|app)\b.*
    | (?:enter\ )?your\ e-?mail(?:\ address)?
    | (?:follow|like|join|find)\ us\ on\b.*
    | download\ (?:our|the)\ (?:\w+\ )?app\b.*
    # cookies and advertising
    | (?:this|our)\ (?:web)?site\ uses\ cookies\b.*
    | we\ (?:and\ our\ partners\ )?use\ cookies\b.*
    | by\ (?:continuing|using|clicking)\b.*\bcookies?\b.*
    | (?:accept|reject|manage)\ (?:all\ )?(?:cookies|preferences) | (?:accept|reject)\ all
    | cookie\ (?:policy|settings|notice|preferences)
    | (?:paid\ )?advertisements? | advertising | sponsored(?:\ content|\ by\ .{1,40})?
    | (?:story|article)\ continues\ (?:below|after)\b.* | scroll\ to\ continue\b.*
    # pointers to other pages
    | (?:read|see)\ (?:more|also|next) | (?:read|watch|listen)\ (?:now|here)
    | (?:more|related)\ (?:on\ this\ (?:story|topic)|stories|articles|topics|coverage)
    | related | you\ (?:may|might)\ also\ (?:like|be\ interested\ in)
    | most\ (?:read|popular|viewed) | trending(?:\ now)? | recommended(?:\ for\ you)?
    # rights, share bars and comments
    | (?:©|\(c\)|copyright)(?:\ \D{0,40}\d{4}\b.{0,80}|\ [^.]{0,60}) | all\ rights\ reserved
    | SHARE(?:(?:\ ?[|,/·]\ ?|\ )(?:SHARE|on|this|via|article|story))*
    | (?:share|tweet|e-?mail)\ this\ (?:article|story|page|post)\b.{0,40}
    | (?:show|view|load|leave|post|add)\ (?:a\ |all\ |more\ |your\ )?comments?(?:\ ?\(\d+\))?
    | \d+\ (?:comments?|shares?|min(?:ute)?s?\ read)
    | skip\ to\ (?:main\ )?content | back\ to\ top | menu | toggle\ navigation
    )[.!:]?
    # pointers and credits with free text after them, which is no sentence
    | (?:(?:read|see)\ (?:more|also|next)|related(?:\ \w+)?|you\ (?:may|might)\ also\ like|watch
      |listen)\ ?[:|>].*
    | (?:read|see)\ (?:more|also)\ (?:on|from|in|at|about)\ .{1,80}(?<![.!?])
    | more\ from\ [\w'\ .&-]{1,40}(?<![.!?])
    | \(\ ?(?:sources?|photos?|image|picture|credit|photograph)\ ?:\ ?[^()]{1,120}\)[.]?
    | (?:sources?|photos?|image|picture|credit|photograph)\ ?:\ ?.{1,120}(?<![.!?"'])
    | (?:photo|image|getty\ images|reuters|ap\ photo|afp)\ ?[/|©].{1,60}(?<![.!?"'])
    """.replace("SHARE", _SHARE.replace(" ", r"\ ")),
    re.IGNORECASE | re.VERBOSE,
)
# No such line is longer; a bound also keeps long paragraphs away from the patterns.
_LONGEST_REMAINS = 300


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _link_text(match: re.Match[str]) -> str:
    return f" {match[1]}".ljust(len(match[0]))


def _compact(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii() or not _LOOSE_PART.search(word):
        return word
    seen = unicodedata.normalize("NFC", _UNSEEN_CHARACTER.sub("", word))
    # A few letters compose into longer sequences; those words stay as written.
    return seen.ljust(len(word)) if len(seen) <= len(word) else word


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    # A carriage return before a line feed is part of one line break, not a second one.
    plain = text.replace("\r\n", " \n").translate(_PLAIN)
    return _WORD.sub(_compact, plain) if _LOOSE_PART.search(plain) else plain


def _is_remains(line: str) -> bool:
    bare = " ".join(line.split()).rstrip(" >»→|")
    return 0 < len(bare) <= _LONGEST_REMAINS and _REMAINS.fullmatch(bare) is not None


@lru_cache(maxsize=1)
def _masked(plain: str) -> str:
    # Whoever wants the blocks of a text wants its mask as well.
    # Links are replaced before the marks, because a link may stand in emphasis.
    bare = _MARKS[0].sub(_blank, plain)
    bare = _LINK.sub(_link_text, bare)
    for marks in _MARKS[1:]:
        bare = marks.sub(_blank, bare)
    return "\n".join(" " * len(line) if _is_remains(line) else line for line in bare.split("\n"))


def masked(text: str) -> str:
    r"""Return a copy of `text`, equally long, to match patterns and names against.

    Position for position: spaces of any width become ``" "`` and line breaks
    ``"\n"`` (of ``"\r\n"`` the first becomes a space); typographic hyphens
    become ``"-"``, while dashes stay; quotation marks become ``'"'`` and
    ``"'"``. Markdown marks, link targets, HTML tags and whole lines of page
    furniture (paywall, newsletter and cookie notices, share buttons, source
    credits) become spaces.

    One thing is not kept in place: in a word with invisible characters (soft
    hyphens, zero-width spaces) or separate combining accents, the letters
    close up and the word is filled with spaces at its end, so that it can be
    recognised. Whatever follows the word is where it was.

    Offsets found in the copy hold for the text; quote from the text itself.

    >>> masked("**Kyiv** said it\u2019s a \u201c30\u2011day\u201d truce.")
    '  Kyiv   said it\'s a "30-day" truce.'
    >>> masked("The talks go on.\nSubscribe")
    'The talks go on.\n         '
    """
    return _masked(_plain(text))


# --- blocks --------------------------------------------------------------------------------

# Nobody wraps lines by hand wider than this, so that a longer line is a paragraph.
_WIDEST_WRAP = 120
# Newspapers' headlines run to ten or so words; a sentence without a full stop is longer.
_LONGEST_HEADING = 12
# At the top of a text, a line without a full stop is its headline, which may have two parts.
_LONGEST_HEADLINE = 20
_LONGEST_LABEL = 80

_QUOTE_MARK = re.compile(r" *>[ >]*")
_BULLET = re.compile(r"( *)(?:[-*+•·▪◦●‣–] +|\d{1,2}[.)] +)(?=\S)")
_RULE = re.compile(r" *[-*_=](?: ?[-*_=]){2,} *")
_HASH_HEADING = re.compile(r" *(#{1,6}) +(?=\S)")
_BOLD_LINE = re.compile(r" *(\*\*\*?|__)(?=\S)((?:(?!\1).)+?)\1 *")
# Converted pages run list items together on one line; the wide gap gives them away.
_INNER_BULLET = re.compile(r"(?<=\S) +- {2,}(?=\S)")
_CLOSERS = " \"')]*_"
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Amb|Jr|Sr|vs|No|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,2})(?=\S)((?:(?!\1).){1,80}?)\1(?P<after> *[:–—-]?) *")
_LINKED = re.compile(
    r"\[([^\[\]\n]{1,80}?)(?P<inside>:)?\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
    r"(?(inside) *:? *| *: *)"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)
# "A" alone is an article and "A." an initial.
_QUESTION = re.compile(r" *(?:(Q)(?: *[:.] +| {2,}| +(?=[A-Z\"'(])| *$)(?! *&)|(A) *: +)")
_LABELLED = re.compile(r" *([^\n:\"]{2,80}?) *:(?= |\n|$)")
# Within a line, a new turn starts after the end of a sentence or after thanks.
_INNER_TURN = re.compile(
    r"(?:(?<=[.?!…])|(?<=[.?!…][\"')])|(?<=\bThank you)|(?<=\bThank you\.)) +"
    r"([^\W\d_a-z][^\n:\",;.?!()]{1,60}):(?= +[^\W\d_])"
)
_PARTICLE_WORDS = "of the de del da di la le van von der den ter bin ibn al el and"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_ROLE_WORDS = """
    question answer moderator interviewer reporter journalist host anchor interpreter
    translator participant operator speaker correspondent
"""
_ROLES = frozenset(_ROLE_WORDS.split())
# Words that begin or make up a label without being the name of a speaker.
_OTHER_LABEL_WORDS = """
    a an according also and as asked at but by day days date for from here her his how if in
    its my no not note notes now on one only our said says see so still that their then there
    these this time times to today two three update updates what when where which while who
    why with yes your advertisement agenda analysis article articles background breaking
    briefing caption chapter conclusion correction credit editor example exclusive explainer
    fact facts image images interview issue issues key latest lessons live location more news
    offer opinion option options part phase photo photos picture point points policy problem
    proposal proposals question questions read report result results review scenario section
    share source sources step steps story strategy subject summary table tag tags takeaway
    takeaways timeline topic topics video watch warning world
"""
_NOT_NAMES = frozenset(_OTHER_LABEL_WORDS.split())

LabelStyle = Literal["sure", "capital", "word"]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its block marks: ``text[start:end]``, trimmed."""

    start: int
    end: int
    kind: Literal["blank", "heading", "bullet", "text"]
    level: int
    indented: bool


def _trim(mask: str, start: int, end: int) -> tuple[int, int]:
    while start < end and mask[start].isspace():
        start += 1
    while end > start and mask[end - 1].isspace():
        end -= 1
    return start, end


def _lines(plain: str, mask: str) -> Iterator[_Line]:
    offset = 0
    for raw in plain.split("\n"):
        line_start, line_end = offset, offset + len(raw)
        offset = line_end + 1
        if not mask[line_start:line_end].strip() or _RULE.fullmatch(raw):
            yield _Line(line_start, line_end, "blank", 0, False)
            continue
        skipped = _QUOTE_MARK.match(raw)
        at = skipped.end() if skipped else 0
        indented = len(raw) - len(raw.lstrip(" ")) > 1
        kind: Literal["heading", "bullet", "text"] = "text"
        level = 0
        content_end = len(raw)
        if heading := _HASH_HEADING.match(raw, at):
            kind, level, at = "heading", len(heading[1]), heading.end()
            content_end = len(raw.rstrip(" #"))
        elif bullet := _BULLET.match(raw, at):
            # Two spaces of indentation are the least that Markdown nests by.
            kind, level, at = "bullet", 1 + len(bullet[1]) // 2, bullet.end()
        if kind != "bullet" and (bold := _BOLD_LINE.fullmatch(raw, at, max(at, content_end))):
            kind, level = "heading", level or 6
            at, content_end = bold.start(2), bold.end(2)
        start, end = _trim(plain, line_start + at, line_start + max(at, content_end))
        yield _Line(start, end, kind, level, indented)


def _ends_sentence(line: str) -> bool:
    bare = line.rstrip(_CLOSERS)
    return bare.endswith((".", "!", "?", "…", ":")) and not _ABBREVIATION.search(bare)


def _joins(plain: str, line: _Line, following: _Line) -> bool:
    """Tell whether a line of text continues the one before it."""
    if following.kind != "text":
        return False
    one, other = plain[line.start : line.end], plain[following.start : following.end]
    if len(one) > _WIDEST_WRAP or len(other) > _WIDEST_WRAP:
        return False
    return other[:1].islower() or not _ends_sentence(one)


def _looks_like_heading(content: str, longest: int) -> bool:
    bare = content.rstrip(_CLOSERS)
    return (
        len(content.split()) <= longest
        and content[:1] not in "\"'(-–—"
        and not content[:1].islower()
        and not bare.endswith((".", "!", ";", ":", ",", "…", "–", "—", "-"))
    )


def _label_style(label: str) -> LabelStyle | None:
    """Say how a label before a colon names a speaker, or None where it does not."""
    bare = re.sub(r" *\([^()]*\)$", "", label)
    words = bare.split()
    if not 1 <= len(words) <= 8 or any(not w[0].isalpha() or "'s" in w for w in words):
        return None
    if any(c.isdigit() or c in ",;/!?()[]" for c in bare):
        return None
    folded = [w.casefold().rstrip(".") for w in words]
    if len(words) == 1 and folded[0] in _ROLES and words[0][0].isupper():
        return "sure"
    if folded[0] in _NOT_NAMES or folded[-1] in _NOT_NAMES | _PARTICLES:
        return None
    # "McENANY" counts as capitals.
    if all(w.isupper() or re.fullmatch(r"(?:Mc|Mac|De|O')[A-Z]+", w) for w in words):
        return "capital" if len(words) == 1 else "sure"
    if not all(w[0].isupper() or w in _PARTICLES for w in words) or not words[0][0].isupper():
        return None
    if any(f in _NOT_NAMES and f not in _PARTICLES for f in folded):
        return None
    if words[-1].endswith("."):
        return None
    return "word" if len(words) == 1 else "sure"


def _turn_label(
    mask: str, start: int, end: int, *, item: bool = False
) -> tuple[str, int, LabelStyle] | None:
    """Read the label of a turn at the start of a block: its words, its end, its style.

    After the label of a list's `item` the text may go on in lower case ("Avalon: no toll").
    """
    if question := _QUESTION.match(mask, start, end):
        return question[1] or question[2], question.end(), "sure"
    found = _LABELLED.match(mask, start, min(end, start + 2 * _LONGEST_LABEL))
    if found is None:
        return None
    label = " ".join(found[1].split())
    style = _label_style(label)
    if style is None:
        return None
    rest = mask[found.end() : end].strip()
    if rest and not label.isupper() and not item:
        # A headline with a colon has no full stop, and prose goes on in lower case.
        spoken = _ends_sentence(rest) or len(rest.split()) > _LONGEST_HEADING
        if rest[0].islower() or not (spoken or rest.endswith(("—", "–", "-", '"'))):
            return None
    return label, found.end(), style


def _run_in_label(plain: str, start: int, end: int) -> tuple[str, int] | None:
    """Read the emphasised or linked words that head a paragraph or list item."""
    found = _EMPHASISED.match(plain, start, end)
    if found is not None:
        inner = found[2].strip()
        marked = inner.endswith((".", ":", "?", "!")) or found["after"].strip() != ""
        bold = len(found[1]) > 1
        if (
            found.end() < end
            and len(inner.split()) <= _LONGEST_HEADING
            and (marked or (bold and _CLOCK.fullmatch(inner)))
        ):
            return inner.rstrip(" .:?!"), found.end()
        return None
    linked = _LINKED.match(plain, start, end)
    if linked is not None and linked.end() < end:
        return linked[1].strip(), linked.end()
    return None


def _accepted_singles(found: Counter[tuple[LabelStyle, str]]) -> frozenset[str]:
    """Choose the one-word labels that are speakers: those of a text that has several turns.

    A lone "GENEVA:" is a dateline and a lone "Avalon:" an item of a round-up.
    """
    capitals = {label for style, label in found if style == "capital"}
    words = {label for style, label in found if style == "word"}
    accepted: set[str] = set()
    if sum(n for (style, _), n in found.items() if style == "capital") > 1:
        accepted |= capitals
    if len(words) > 1 and any(n > 1 for (style, _), n in found.items() if style == "word"):
        accepted |= words
    return frozenset(accepted)


def _split_turns(plain: str, mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a block where a new speaker is announced in the middle of a line."""
    # Most blocks announce nobody, which a look for the colon tells faster than the pattern.
    if mask.find(":", start, end) < 0:
        return [_trim(plain, start, end)]
    cuts = [start]
    at = start
    while found := _INNER_TURN.search(mask, at, end):
        # "Thank you Ada Grey:" fails as a name, but "Ada Grey:" within it does not.
        at = found.start(1)
        if _label_style(found[1].strip()) == "sure":
            cuts.append(at)
    return [_trim(plain, one, other) for one, other in zip(cuts, [*cuts[1:], end], strict=True)]


def _grouped(plain: str, lines: list[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and (
            line.kind == "text"
            and group[-1].kind in ("text", "bullet")
            and (_joins(plain, group[-1], line) or (group[0].kind == "bullet" and line.indented))
        ):
            group.append(line)
            continue
        if group:
            yield group
        group = [] if line.kind == "blank" else [line]
    if group:
        yield group


def _stands_alone(before: _Line | None, after: _Line | None) -> bool:
    """Tell whether a line is set off from its neighbours as a heading is."""
    if after is None:
        return False

    def parted(other: _Line | None) -> bool:
        return other is None or other.kind != "text" or other.end - other.start > _WIDEST_WRAP

    return parted(before) and parted(after)


def blocks(text: str) -> list[Block]:
    r"""Divide a text into headings, list items, paragraphs and turns, in order.

    Blank lines, rules and page furniture (see `masked`) belong to no block.
    A paragraph is a run of lines; since in text copied from the web every
    line may be a paragraph, a line break ends one also after the end of a
    sentence (unless the next line goes on in lower case), and on both sides of
    a line of more than 120 characters, which nobody has wrapped by hand.

    A heading is a Markdown heading, a line that is bold as a whole, or a line
    of up to 12 words (20 at the top), set off from the text around it, that
    neither ends like a sentence nor is the last of the text.

    A turn starts with the name of a speaker and a colon, or with a bare ``Q``,
    and lasts until the next one: the paragraphs in between are blocks of kind
    "paragraph" without a label of their own. Names are in capitals
    ("MR. WALTZ:") or of two words and more ("Ada Lovelace:"), also in the
    middle of a line after a sentence; one word alone counts only in a text
    that has several such turns. "He said:" and "Note:" are prose.

    Returns:
        Blocks in the order of the text, which never overlap.

    >>> text = "## Land\n\n- *North.* It stays.\n\nQ  And then?\n\nMR. GREY:  We talk."
    >>> for block in blocks(text):
    ...     print(block.kind, block.label, repr(text[block.label_end : block.end]))
    heading None 'Land'
    bullet North 'It stays.'
    turn Q 'And then?'
    turn MR. GREY 'We talk.'
    """
    plain = _plain(text)
    mask = _masked(plain)
    lines = list(_lines(plain, mask))
    spans: list[tuple[int, int, BlockKind, int]] = []
    position = {line.start: i for i, line in enumerate(lines) if line.kind != "blank"}
    last = max(position.values(), default=-1)
    for group in _grouped(plain, lines):
        first = group[0]
        start, end = first.start, group[-1].end
        if first.kind == "heading":
            spans.append((start, end, "heading", first.level))
        elif first.kind == "bullet":
            cuts = [start, *(m.end() for m in _INNER_BULLET.finditer(plain, start, end))]
            ends = [*(m.start() for m in _INNER_BULLET.finditer(plain, start, end)), end]
            spans += [(s, e, "bullet", first.level) for s, e in zip(cuts, ends, strict=True)]
        else:
            i = position[start]
            alone = len(group) == 1 and _stands_alone(
                lines[i - 1] if i > 0 else None, lines[i + 1] if i < last else None
            )
            if (
                alone
                and _looks_like_heading(
                    plain[start:end], _LONGEST_HEADING if spans else _LONGEST_HEADLINE
                )
                and _turn_label(mask, start, end) is None
                and _run_in_label(plain, start, end) is None
            ):
                spans.append((start, end, "heading", 6))
            else:
                spans += [(s, e, "paragraph", 0) for s, e in _split_turns(plain, mask, start, end)]

    labels = {
        s: _turn_label(mask, s, e, item=kind == "bullet")
        for s, e, kind, _ in spans
        if kind != "heading"
    }
    singles = _accepted_singles(
        Counter(
            (found[2], found[0])
            for s, _, kind, _ in spans
            if kind == "paragraph" and (found := labels[s]) and found[2] != "sure"
        )
    )
    result: list[Block] = []
    for start, end, kind, level in spans:
        turn = labels.get(start)
        run_in = None if kind == "heading" else _run_in_label(plain, start, end)
        if kind == "paragraph" and turn and (turn[2] == "sure" or turn[0] in singles):
            label_end, _ = _trim(mask, turn[1], end)
            result.append(Block(start, end, "turn", turn[0], label_end, level))
        elif run_in is not None:
            result.append(Block(start, end, kind, run_in[0], run_in[1], level))
        elif kind == "bullet" and turn is not None and turn[0] not in ("Q", "A"):
            label_end, _ = _trim(mask, turn[1], end)
            result.append(Block(start, end, kind, turn[0], label_end, level))
        else:
            result.append(Block(start, end, kind, None, start, level))
    return result
