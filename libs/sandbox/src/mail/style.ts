/** The page's whole style; no file, no font and no script is loaded from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--ink:#1c2733;--muted:#5d6975;--line:#dde2e8;--accent:#2f6fde}
@media (prefers-color-scheme:dark){:root{--bg:#14181d;--card:#1e242b;--ink:#e6eaef;--muted:#94a0ad;--line:#323b46;--accent:#7fabff}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header,main{max-width:900px;margin:0 auto;padding:16px 20px}
header{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center}
h1{font-size:22px;margin:0;flex:1 1 auto;overflow-wrap:anywhere}
a{color:var(--accent);overflow-wrap:anywhere}
.note,.muted{color:var(--muted)}.note{margin:0;flex-basis:100%}
form{margin:0}
button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:6px 12px;cursor:pointer}
button:hover{border-color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
ul.letters{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:8px}
.letters li+li{border-top:1px solid var(--line)}
.letters a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 16px;padding:12px 16px;color:inherit;text-decoration:none}
.letters a:hover{color:var(--accent)}.letters .muted{font-size:13px}.letters strong{overflow-wrap:anywhere}
section{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px;margin:0 0 16px}
h2{font-size:16px;margin:0 0 10px}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 16px;margin:0}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,Menlo,Consolas,monospace}
iframe{width:100%;height:45vh;border:1px solid var(--line);border-radius:6px;background:#fff}
@media (max-width:600px){header,main{padding:12px}}
`;
