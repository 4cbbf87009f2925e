/** The page's whole style; no file, no font and no script is loaded from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--ink:#1c2733;--muted:#66727f;--line:#dde2e8;--accent:#2f6fde;--bad:#c5352b;--good:#2c7a3f}
@media (prefers-color-scheme:dark){:root{--bg:#14181d;--card:#1e242b;--ink:#e6eaef;--muted:#94a0ad;--line:#323b46;--accent:#7fabff;--bad:#ff8579;--good:#7fce92}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header,main{max-width:1500px;margin:0 auto;padding:16px 20px}
header{display:flex;flex-wrap:wrap;gap:6px 24px;align-items:baseline}
h1{font-size:22px;margin:0}h2{font-size:18px;margin:32px 0 12px}main>section:first-of-type h2{margin-top:0}h3{font-size:14px;margin:0}
a{color:var(--accent)}nav{display:flex;flex-wrap:wrap;gap:4px 16px}
.note,.muted{color:var(--muted)}.note{margin:0;flex-basis:100%}
code{font:13px/1.4 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.board{display:flex;gap:12px;overflow-x:auto;padding-bottom:10px;align-items:flex-start}
.stage{flex:0 0 250px;background:color-mix(in srgb,var(--card) 55%,var(--bg));border:1px solid var(--line);border-top:4px solid var(--stage);border-radius:8px;padding:10px}
.stage>header{padding:0 0 8px;display:flex;flex-wrap:nowrap;justify-content:space-between;gap:8px}
.leads{display:grid;gap:10px;max-height:70vh;overflow-y:auto}
.lead{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:10px;display:grid;gap:4px;overflow-wrap:anywhere}
.lead:target{outline:2px solid var(--accent)}
.sum{font-weight:600;white-space:nowrap}.small{font-size:13px}
.row{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.tag{border:1px solid var(--line);border-radius:10px;padding:0 8px;font-size:12px}
form{margin:0}
select,input,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:5px 8px;min-width:0}
.move{display:grid;gap:6px;margin-top:4px}
button{cursor:pointer}button:hover{border-color:var(--accent)}button.main{background:var(--accent);border-color:var(--accent);color:var(--card)}
button.plain{border:0;background:none;color:var(--muted);padding:0;text-decoration:underline;font-size:13px}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.panel{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:14px}
.panels{display:grid;gap:14px;grid-template-columns:repeat(auto-fit,minmax(280px,1fr))}
.panel form{display:grid;gap:10px;grid-template-columns:minmax(0,1fr)}.panel label>select,.panel label>input:not([type=checkbox]){max-width:60%}.panel label{display:flex;gap:8px;align-items:center;justify-content:space-between}
.panel label.check{justify-content:flex-start}.panel input[type=number]{width:110px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:8px}
th,td{text-align:left;padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:top}th{font-size:13px;color:var(--muted);font-weight:500}
td.wide{min-width:220px}pre{margin:6px 0 0;max-width:520px;max-height:300px;overflow:auto;font-size:12px;white-space:pre-wrap;overflow-wrap:anywhere}
.bad{color:var(--bad)}.good{color:var(--good)}
.alarm{border:1px solid var(--bad);color:var(--bad);border-radius:8px;padding:8px 12px;margin:0 0 4px}
@media (max-width:600px){header,main{padding:12px}.stage{flex-basis:82vw}}
`;
