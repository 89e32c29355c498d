/** The style of all pages, included in each. Colours have a contrast of at least 4.5:1, in light and dark mode. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf8; --raised: #ffffff; --text: #22201c; --quiet: #625d54; --line: #dfdad1;
  --link: #185a86; --accent: #8a4b12; --alarm: #a3201f; --code: #f3f0ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #191816; --raised: #22211e; --text: #ece8e0; --quiet: #aaa498; --line: #3c3933;
    --link: #8cc4ee; --accent: #e6ad72; --alarm: #ff9d94; --code: #292723;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 60rem; padding: 0 1.25rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: inline-block; margin-top: .5rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: 1rem 0; border-bottom: 1px solid var(--line); }
.wordmark { margin: 0; font-weight: 700; letter-spacing: .02em; color: var(--accent); }
nav ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
nav li + li::before { content: "/" / ""; margin: 0 .5rem; color: var(--quiet); }
h1 { margin: 2rem 0 .5rem; font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; line-height: 1.3; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; max-width: 42rem; }
.quiet { color: var(--quiet); }
.text { margin: 1rem 0; white-space: pre-line; }
.facts, .tag { color: var(--quiet); }
.tag { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .6rem; font-size: .85rem; white-space: nowrap; }
.tag.unlisted { border-color: var(--accent); color: var(--accent); }
.tag.withdrawn { border-color: var(--alarm); color: var(--alarm); }
.note { margin: 1rem 0; padding: .5rem 1rem; background: var(--raised); border: 1px solid var(--line); border-left: .35rem solid var(--accent); border-radius: 6px; }
.note p { max-width: none; }
.note.withdrawn, .note.quarantined { border-left-color: var(--alarm); }
summary { padding: .25rem 0; font-weight: 600; cursor: pointer; }
pre, code { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
pre { margin: .5rem 0; padding: .75rem 1rem; background: var(--code); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
.digest { color: var(--quiet); }
.file { margin: 1rem 0; padding: 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
.file h3 { margin: 0 0 .25rem; }
dl { margin: .5rem 0; display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .4rem 1.25rem; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; }
dd ul, ul.plain { margin: 0; padding: 0; list-style: none; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .55rem 1rem .55rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .875rem; font-weight: 600; color: var(--quiet); }
tbody th { font-weight: 400; }
tbody th a { font-weight: 600; }
thead th { overflow-wrap: normal; }
.date { white-space: nowrap; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .75rem 0 1.25rem; }
label { flex: 0 1 20rem; font-size: .875rem; color: var(--quiet); }
input, button { display: block; width: 100%; font: inherit; min-height: 2.75rem; padding: .4rem .75rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--raised); color: var(--text); }
button { width: auto; cursor: pointer; font-weight: 600; }
.pager { display: flex; gap: 1.5rem; margin-top: 1rem; }
@media (max-width: 36rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .6rem; }
  label { flex: 1 1 100%; }
  th, td { padding-right: .6rem; font-size: .9rem; }
  thead th { font-size: .8rem; }
}
`;
