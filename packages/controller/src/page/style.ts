/** The style sheet of a page; it follows the reader's light or dark. Classes of plots are not used here. */
export const pageStyle = `
:root{color-scheme:light dark;--text:#1f2328;--soft:#57606a;--ground:#fff;--line:#d0d7de;--panel:#f6f8fa;
--good:#116329;--warn:#7d4e00;--bad:#a40e26;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#9aa4af;--ground:#0d1117;--line:#30363d;--panel:#161b22;
--good:#56d364;--warn:#e3b341;--bad:#ff7b72;--link:#79c0ff}}
body{margin:0;overflow-wrap:break-word;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{margin:0;font-size:1.75rem}h2{margin:2rem 0 .5rem;font-size:1.25rem}h3{margin:1rem 0 .25rem;font-size:1rem}
.kicker,.when,caption,figcaption{color:var(--soft)}.kicker,.when{margin:0}.verdict{font-size:1.15rem}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}
.wide{overflow-x:auto}.wide svg{max-width:none}.short{white-space:nowrap}table{border-collapse:collapse;margin:.5rem 0;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.25rem}
th,td{text-align:left;vertical-align:top;padding:.25rem 1rem .25rem 0;border-bottom:1px solid var(--line)}
tbody th{font-weight:normal}figure{margin:1rem 0}svg{display:block;max-width:100%;height:auto}a{color:var(--link)}
details{margin:.5rem 0}summary{cursor:pointer}ul{margin:.25rem 0;padding-left:1.25rem}
article{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line)}article h3,article p{margin:.25rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--panel);padding:.75rem;border-radius:6px;font-size:.8rem}
code{overflow-wrap:anywhere}
`;
