/** The page's style: light and dark as the reader's system, and for print. Every pair of colours has a contrast of 4.5 at least (WCAG 2.2 AA). */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--quiet:#57606a;--paper:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae;--fails:#b3141d;--warns:#7d4e00;--undecided:#6639ba;--excused:#57606a;--pass:#116329}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--quiet:#9da7b3;--paper:#0d1117;--card:#161b22;--line:#3d444d;--link:#79c0ff;--fails:#ff938a;--warns:#e3b341;--undecided:#d2a8ff;--excused:#9da7b3;--pass:#56d364}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1.5rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem;margin:0}h2{font-size:1.2rem;margin:2.5rem 0 .75rem}h3{font-size:1rem;margin:0}
code,pre{font:.875rem/1.45 ui-monospace,monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;padding:.75rem;border:1px solid var(--line);border-radius:6px;background:var(--paper)}
a{color:var(--link)}
.verdict{font-weight:700}.fail,.fails,.error{color:var(--fails)}.warns{color:var(--warns)}.undecided{color:var(--undecided)}.excused{color:var(--excused)}.pass{color:var(--pass)}
.quiet{color:var(--quiet)}
article,figure{margin:0 0 .75rem;padding:1rem;border:1px solid var(--line);border-left:4px solid;border-radius:6px;background:var(--card)}
article{content-visibility:auto;contain-intrinsic-size:auto 9rem}
article>*,figure>*{color:var(--ink)}
article>.tag{font-weight:700;color:inherit}
#filter:not([hidden]){display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;margin:0 0 1rem}
input[type=search]{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);border-radius:6px;padding:.35rem .6rem;min-width:18rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}caption{text-align:left;color:var(--quiet);padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}thead th{color:var(--quiet);font-weight:600}tbody th{font-weight:400}
svg.path{display:block;width:100%;height:auto;max-height:6rem;overflow:visible}
svg rect{fill:var(--paper);stroke:var(--quiet)}svg text{fill:var(--ink);font:11px ui-monospace,monospace;text-anchor:middle}svg .kind{fill:var(--quiet);font:600 11px system-ui,sans-serif}
.link path{fill:none;stroke:var(--quiet);stroke-width:1.5}.broken path{stroke:var(--fails);stroke-dasharray:5 4}.broken .head,.broken .cross{stroke-dasharray:none}.broken .cross{stroke-width:2.5}.broken text{fill:var(--fails);font-weight:700}.unknown path{stroke:var(--undecided);stroke-dasharray:2 4}.unknown .head{stroke-dasharray:none}.unknown text{fill:var(--undecided);font-weight:700}
[hidden]{display:none}
@media print{:root{color-scheme:light}body{max-width:none;padding:0}#filter{display:none!important}article,figure,tr{break-inside:avoid;content-visibility:visible}details>*{display:block}.scroll{overflow:visible}pre{white-space:pre-wrap}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`.trim();
