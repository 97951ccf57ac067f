/** The look of a paper that stands alone: no address in it, so that nothing is asked for. The colours are those of look/tokens.css. */
export const style = `
:root{color-scheme:light;--ink:#1e2a2c;--soft:#55605e;--line:#e2dacd;--primary:#0e5150;--paper:#faf6ef;--sky:#dfeae6}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 'Atkinson Hyperlegible Next',system-ui,sans-serif}
header,main,footer{max-width:46rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,2.5rem)}
header{max-width:none;background:var(--sky)}
header>*{max-width:41rem;margin-inline:auto}
h1{font-size:clamp(1.75rem,1.25rem + 2.4vw,2.6rem);line-height:1.15;margin:.3em auto}
h2{margin:2.2em 0 .5em;font-size:1.55rem;line-height:1.2}
h3,h4,h5,h6{margin:1.6em 0 .4em;line-height:1.25}
a{color:var(--primary)}
.sum{font-size:1.3rem}
.small,.soft,small,footer{color:var(--soft)}
.small,small,footer{font-size:.9rem;font-weight:400}
.lead,.begins{font-size:1.2rem}
.plain,.facts,.deeds,.pills,.legend{list-style:none;padding:0}
.deeds>li{display:flex;gap:1rem;padding:1rem 0;border-top:1px solid var(--line)}
.deeds h3,.deeds h4,.deeds h5,.deeds p{margin:0 0 .3em}
.house{width:2rem;height:auto;flex:none}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem}
.legend li,.pills{display:flex;align-items:end;gap:.4rem;flex-wrap:wrap}
.legend .house{width:1.2rem}
.pills li{border:1px solid var(--line);border-radius:1rem;padding:0 .7rem}
.street{display:block;max-width:100%;height:auto}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2rem}
.figures>div{display:flex;flex-direction:column-reverse}
.figures dd{margin:0;font-size:1.6rem;font-weight:700}
figure{margin:.8rem 0}
img{max-width:100%;height:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.95rem}
caption{text-align:left;font-weight:700;padding:.3rem 0}
tbody th{font-weight:400}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
.number{text-align:right}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line)}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
code{overflow-wrap:anywhere}
footer{border-top:1px solid var(--line)}
@media print{body,header{background:none}details>*{display:block}}
`.trim()
