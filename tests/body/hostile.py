"""Hostile text, and the judge: two parsers read what came out, and the allowlist decides, not a list of tricks."""

import re
from html.parser import HTMLParser

import lxml.html

from body import subset

ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<ScRiPt/src=//evil.example>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<image src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1)</script>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><mtext><table><mglyph><style><math><img src onerror=alert(1)></style></table>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<noembed><img title='</noembed><img src onerror=alert(1)>'></noembed>",
    "<style><img src='</style><img src=x onerror=alert(1)//'></style>",
    "<title><a title='</title><img src onerror=alert(1)>'></title>",
    "<textarea><a title='</textarea><img src onerror=alert(1)>'></textarea>",
    "<xmp><p title='</xmp><img src onerror=alert(1)>'></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<template shadowrootmode=open><img src onerror=alert(1)></template>",
    "<select><template><style></select><img src onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
    "<?xml version='1.0'?><?php echo 1 ?><script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='jAvAsCrIpT&colon;alert(1)'>x</a>",
    "<a href='java&Tab;script&NewLine;:alert(1)'>x</a>",
    "<a href='&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a><a href='data:text/html;base64,PHNjcmlwdD4='>x</a><a href='blob:x'>x</a>",
    "<a href='//evil.example'>x</a><a href='/\\evil.example'>x</a><a href='\\\\evil.example'>x</a>",
    "<a href='https:evil.example'>x</a><a href='https:/\\evil.example'>x</a>",
    "<a href='/a' onclick=alert(1) style='x:expression(alert(1))' target=_blank ping=//evil.example>x</a>",
    "<a href='/a\" onmouseover=\"alert(1)'>x</a>",
    "<a href=/a><a href=/b>x<table><td><a href=javascript:alert(1)>y",
    "<p onclick=alert(1) id=admin name=body class=button style=position:fixed>x</p>",
    "<p lang='en\" onclick=\"alert(1)'>x</p>",
    "<span lang=uk onclick=alert(1) style='x:expression(alert(1))' dir='rtl\" onclick=\"alert(1)'>x</span>",
    "<span lang='uk\n\" onmouseover=\"alert(1)'>x</span><p lang='ar' dir='\"><script>alert(1)</script>'>x</p>",
    "<small data-note='\" onclick=\"alert(1)' id=note-1 onclick=alert(1)>x</small>",
    "<p>x<small data-note><a href='javascript:alert(1)' id=note-1-from>y</a><script>alert(1)</script></small></p>",
    "<p>x<small data-note='&lt;/small&gt;&lt;script&gt;alert(1)&lt;/script&gt;'>&lt;/small>&lt;script>alert(1)",
    "<a href=/x>x<small data-note>y<a href=javascript:alert(1)>z<small data-note><img src onerror=alert(1)></a></small>",
    "<small data-note><table><td><small data-note><svg onload=alert(1)></small></table><p></small><script>alert(1)",
    "<p data-cke-pa-onclick=alert(1)>x</p>",
    "<figure data-image='1\" onclick=\"alert(1)'>x</figure>",
    "<figure data-image=1 onclick=alert(1) data-alt='\"><img src=x onerror=alert(1)>'></figure>",
    "<figure data-image=1 data-alt='</figure><script>alert(1)</script>'><figcaption><img src=x onerror=alert(1)>c",
    "<figure data-image=1><figcaption><figure data-image=2><figcaption><script>alert(1)</script></figcaption>",
    "<figure data-image=1 data-alt='&lt;figcaption&gt;<figcaption>'><figcaption>&lt;script&gt;alert(1)</figcaption>",
    "<aside data-story=1 data-headline='&lt;script&gt;alert(1)&lt;/script&gt;'></aside>",
    "<aside data-post='javascript:alert(1)'></aside><aside data-post='https://x\"onload=alert(1)'></aside>",
    "<aside class='pullquote\" onclick=\"alert(1)'>x</aside>",
    "<aside class=pullquote><cite><aside class=pullquote><cite onclick=alert(1)>&lt;img src onerror=alert(1)&gt;",
    "<aside data-story=1 data-post='https://a.example' class=pullquote><p>x</aside>",
    "<table><caption><svg><foreignObject><td><img src onerror=alert(1)></table>",
    "<table background=javascript:alert(1)><td background=x colspan='1 onclick=alert(1)'>x",
    "<table><tr><td><table><tr><td></tr></table><a href=javascript:alert(1)>x</table>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)><embed src=javascript:alert(1)>",
    "<base href=//evil.example><link rel=stylesheet href=//evil.example><meta http-equiv=refresh content=0>",
    "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x<input onfocus=alert(1) autofocus>",
    "<details ontoggle=alert(1) open>x<summary>y</summary></details><marquee onstart=alert(1)>z",
    "<video><source onerror=alert(1)></video><audio src onerror=alert(1)>",
    "<body onload=alert(1)><html manifest=x><frameset onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "<p>\u003cscript\u003ealert(1)\uff1c/script\uff1e \u226e\u0338 >\u0338 &lt;\u0338script></p>",
    "<scr\x00ipt>alert(1)</scr\x00ipt><img src=x o\x00nerror=alert(1)><a href='java\x00script:alert(1)'>x</a>",
    "<\x01script>alert(1)</script><\u2028img src onerror=alert(1)>",
    "<p>\u202ereversed\u202c \u2066isolate\u2069 \ud83d lone half</p>",
    "<em><p><aside><strong></em><table><li><figure></strong><h2><td>x</aside>",
    "<p><object><aside data-story=1><p><template></p></aside><script>alert(1)</script>",
    "<a href=/x>" * 300 + "<img src=x onerror=alert(1)>",
    "<em><table>" * 200 + "<script>alert(1)</script>",
]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.strange.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def tags_as_two_parsers_see_them(html: str) -> list[tuple[str, dict[str, str | None]]]:
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert not tags.strange
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    return tags.found + [(str(element.tag), dict(element.attrib)) for element in tree.iterdescendants()]


def assert_harmless(html: str, tags: frozenset[str] = subset.TAGS) -> None:
    allowed = subset.attributes()
    for tag, attributes in tags_as_two_parsers_see_them(html):
        assert tag in tags
        for name, value in attributes.items():
            assert allowed[tag][name].fullmatch(value or "")
            if name in ("href", "data-post"):
                assert re.match(r"(?i)https?://[^/]|mailto:|tel:|/(?![/\\])|#", value or "")
