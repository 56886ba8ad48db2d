// How HTML documents look: on a screen a page with a table of contents beside it, on paper a printed document.

/** The style sheet. Colours keep a contrast of at least 4.5 : 1 on their grounds. */
export const style = `
:root{--ink:#1c2733;--quiet:#52606d;--line:#c9d2da;--ground:#fff;--tint:#f3f6f9;--accent:#0b4f79;--bad:#9b1c1c;--fair:#7a4b00;--good:#1d5e37}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;color:var(--ink);background:var(--ground);font:15px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;display:grid;grid-template-columns:17rem minmax(0,1fr);grid-template-areas:"head head" "nav main" "foot foot"}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid #f0b429;outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:2}
.head{grid-area:head;padding:2rem 2.5rem 1.5rem;border-bottom:4px solid var(--accent);background:var(--tint)}
.letterhead{display:flex;gap:1.5rem;align-items:center;margin-bottom:1.25rem;color:var(--quiet)}
.letterhead img{max-height:48px;max-width:200px}
.subject{margin:0;color:var(--accent);font-weight:600;letter-spacing:.01em}
h1{font-size:2rem;line-height:1.2;margin:.15rem 0 1.25rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.75rem 2rem;margin:0}
.facts div{min-width:0}.facts dt{font-size:.78rem;color:var(--quiet)}.facts dd{margin:0;overflow-wrap:anywhere}
.contents{grid-area:nav;padding:1.5rem 1rem 2rem 2.5rem;border-right:1px solid var(--line);font-size:.88rem;position:sticky;top:0;max-height:100vh;overflow:auto;align-self:start}
.contents h2{font-size:.95rem;margin:0 0 .5rem}
.contents ol{list-style:none;margin:0;padding:0}.contents ol ol{padding-left:1rem}
.contents a{display:block;padding:.18rem 0;text-decoration:none;color:var(--ink);overflow-wrap:anywhere}.contents a:hover{text-decoration:underline}
.number{color:var(--quiet);font-variant-numeric:tabular-nums;margin-right:.35em;font-weight:400}
main{grid-area:main;padding:1.5rem 2.5rem 3rem;min-width:0}
main:focus{outline:none}
section>h2{font-size:1.4rem;margin:2.25rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
main>section:first-child>h2{margin-top:0}
h3{font-size:1.12rem;margin:1.75rem 0 .4rem;overflow-wrap:anywhere}h4{margin:1.25rem 0 .3rem}
p{margin:.5rem 0;max-width:75ch;overflow-wrap:anywhere}li{max-width:75ch;overflow-wrap:anywhere}
.serves{font-size:.82rem;color:var(--quiet);margin-top:0}
.note{border-left:4px solid var(--line);padding:.25rem .9rem}
.gap{border:1px solid #d9a441;border-left-width:6px;background:#fff8e6;padding:.5rem .9rem;margin:.75rem 0;border-radius:3px}
.gap p{margin:.15rem 0}.fill{color:#5a4a1f;font-size:.88rem}
figure{margin:1rem 0 1.4rem;max-width:52rem;break-inside:avoid}figure svg{width:100%;height:auto;display:block;font-family:inherit}figure.diagram{max-width:none}figure.diagram>div{overflow:auto}figure.diagram svg{max-width:100%;width:auto;height:auto;margin:auto}figcaption{font-size:.84rem;font-weight:600}
.table{overflow-x:auto;margin:.9rem 0 1.4rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.84rem;line-height:1.4}
.wide table{font-size:.78rem}
caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem;caption-side:top}
th,td{border-bottom:1px solid var(--line);padding:.4rem .55rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td[dir=auto]{text-align:start}
thead th{background:var(--tint);border-bottom:2px solid var(--accent);font-weight:600;hyphens:auto}
tbody th{font-weight:400;color:var(--quiet);white-space:nowrap;overflow-wrap:normal;font-variant-numeric:tabular-nums}
tr:target{background:#fff3c4}
code{font:.92em ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;color:#3a4652;overflow-wrap:anywhere}
.from,.from a{font-size:.74rem;color:var(--quiet)}.place{white-space:nowrap}
.good{color:var(--good)}.fair{color:var(--fair);font-weight:600}.bad{color:var(--bad);font-weight:700}.quiet{color:var(--quiet)}
footer{grid-area:foot;padding:1rem 2.5rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.82rem}
@media (max-width:60rem){body{display:block}.contents{position:static;max-height:none;border:0;padding:1rem}.head,main,footer{padding-left:1rem;padding-right:1rem}}
@media print{
@page{size:A4;margin:18mm 15mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9px sans-serif;color:#52606d}}
@page wide{size:A4 landscape;margin:15mm 12mm 17mm;@bottom-right{content:counter(page) " / " counter(pages);font:9px sans-serif;color:#52606d}}
body{display:block;font-size:9.5pt}.skip{display:none}.head{padding:0 0 1rem;background:none}.contents{position:static;max-height:none;border:0;padding:1rem 0;break-after:page}
main{padding:0}.table{overflow:visible}table{min-width:0!important}.wide{page:wide}.wide table{min-width:0;font-size:6.4pt}.wide th,.wide td{padding:.15rem .2rem}table{font-size:8pt}.from,.from a,.wide .from,.wide .from a{font-size:.92em}th,td{padding:.25rem .35rem}
thead{display:table-header-group}tr{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}a{color:inherit;text-decoration:none}
footer{padding:.5rem 0}
}
@media (forced-colors:active){.gap{border-style:double}}
`.trim();
