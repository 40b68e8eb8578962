/** The colours and measures of the application (`renderer/app/theme/theme.css`). */
export const inviteStyle = `:root {
  color-scheme: light dark;
  --text: light-dark(#1b1c20, #ededf0);
  --quiet: light-dark(#6a6b73, #9a9ba3);
  --hairline: light-dark(#e6e6ea, #2a2b30);
  --strong: light-dark(#d2d2d8, #3b3c43);
  --accent: #4a5fd3;
  font: 15px/1.5 Inter, system-ui, sans-serif;
}
body { margin: 0; background: light-dark(#f7f7f8, #111214); color: var(--text); }
main { box-sizing: border-box; max-width: 560px; margin: 0 auto; padding: clamp(24px, 10vh, 96px) 16px 48px; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
p, h1, h2, ol, blockquote { margin: 0; }
.brand { display: flex; gap: 8px; align-items: center; margin-bottom: 24px; font-weight: 600; }
.brand rect { fill: var(--accent); }
.brand circle { fill: none; stroke: #fff; stroke-width: 1.75; }
.brand .dot { fill: #fff; stroke: none; }
article { padding: 24px; border: 1px solid var(--hairline); border-radius: 6px; background: light-dark(#fff, #16171a); }
h1 { font-size: 20px; font-weight: 600; letter-spacing: -0.015em; line-height: 28px; }
#offer > * { margin-top: 8px; }
blockquote { padding-inline-start: 12px; border-inline-start: 2px solid var(--strong); color: var(--quiet); white-space: pre-wrap; }
.quiet { color: var(--quiet); font-size: 13px; }
.button { display: inline-block; margin-top: 16px !important; padding: 6px 16px; border-radius: 6px; background: var(--accent); color: #fff; font-weight: 600; text-decoration: none; }
#ended { margin-top: 8px; }
section { padding: 24px; }
h2 { font-size: 15px; font-weight: 600; }
ol { margin: 8px 0 16px; padding-inline-start: 20px; }
li { margin-top: 8px; }
code { font: 13px ui-monospace, monospace; }
button { padding: 2px 8px; border: 1px solid var(--strong); border-radius: 6px; background: light-dark(#fff, #1f2024); color: inherit; font: inherit; font-size: 13px; font-weight: 500; cursor: pointer; }
:focus-visible { outline: 2px solid light-dark(#4a5fd3, #98a8f8); outline-offset: 2px; }
`;
