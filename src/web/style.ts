/** The style of all pages, included in each. Colours have a contrast of at least 4.5:1, in light and dark mode. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf8; --raised: #ffffff; --text: #22201c; --quiet: #625d54; --line: #dfdad1;
  --link: #185a86; --accent: #8a4b12; --alarm: #a3201f; --code: #f3f0ea; --edge: max(1.25rem, (100% - 80rem) / 2);
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
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--text);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
body > * { padding-inline: var(--edge); }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; padding-block: .5rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding-block: .75rem; background: var(--raised); border-bottom: 1px solid var(--line); }
.wordmark { display: flex; gap: .5rem; align-items: center; font-size: 1.15rem; font-weight: 700; letter-spacing: .02em; color: var(--accent); text-decoration: none; margin-right: auto; }
.wordmark svg { fill: currentColor; fill-rule: evenodd; }
nav ol { display: flex; flex-wrap: wrap; margin: 1rem 0 0; padding: 0; list-style: none; font-size: .925rem; }
nav li + li::before { content: "/" / ""; margin: 0 .5rem; color: var(--quiet); }
nav [aria-current] { color: var(--quiet); }
main { flex: 1; padding-bottom: 3rem; }
footer { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding-block: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; }
h1 { margin: 1.5rem 0 .5rem; font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.2; }
h1 .tag { vertical-align: middle; font-weight: 400; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.2rem; line-height: 1.3; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; max-width: 44rem; }
.lead { font-size: 1.1rem; color: var(--quiet); }
.brief { display: block; max-width: 36rem; font-size: .925rem; }
.quiet { color: var(--quiet); }
.text { margin: 1rem 0; white-space: pre-line; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3rem; }
.tag { color: var(--quiet); border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .6rem; font-size: .85rem; white-space: nowrap; }
.tag.unlisted { border-color: var(--accent); color: var(--accent); }
.tag.withdrawn { border-color: var(--alarm); color: var(--alarm); }
.note { margin: 1rem 0; padding: .5rem 1rem; background: var(--raised); border: 1px solid var(--line); border-left: .35rem solid var(--accent); border-radius: 6px; }
.note p { max-width: none; }
.note.withdrawn, .note.quarantined { border-left-color: var(--alarm); }
summary { padding: .25rem 0; font-weight: 600; cursor: pointer; }
pre, code { font: .875rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
pre { margin: .5rem 0; padding: .75rem 1rem; background: var(--code); border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; overflow-wrap: normal; }
.copied { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; margin: .5rem 0; background: var(--code); border: 1px solid var(--line); border-radius: 6px; }
.copied pre { margin: 0; border: 0; }
.copied button { min-height: 1.75rem; margin: .5rem; padding: 0 .6rem; font-size: .8rem; }
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
thead th { font-size: .875rem; font-weight: 600; color: var(--quiet); overflow-wrap: normal; }
tbody th { font-weight: 400; min-width: 7rem; }
tbody th a { font-weight: 600; }
.date, .word { white-space: nowrap; }
.account { display: flex; gap: 1rem; align-items: center; min-width: 0; }
.account > span { max-width: 14rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .75rem 0 1.25rem; }
label { flex: 0 1 20rem; font-size: .875rem; color: var(--quiet); }
input, button { display: block; width: 100%; font: inherit; min-height: 2.75rem; padding: .4rem .75rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--raised); color: var(--text); }
button { width: auto; cursor: pointer; font-weight: 600; }
form.plain { margin: 0; }
form.plain button, header button { min-height: 2.25rem; padding: .2rem .75rem; }
.pager { display: flex; gap: 1.5rem; margin-top: 1rem; }
@media (min-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .columns.wide { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
  .columns > aside { margin-top: 2.25rem; }
}
@media (max-width: 36rem) {
  .account > span { max-width: 6rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .6rem; }
  label { flex: 1 1 100%; }
  th, td { padding-right: .6rem; font-size: .9rem; }
  thead th { font-size: .8rem; }
}
`;
