// How the page looks: on a screen, in the dark, on a narrow one and on paper.

/// The style of the page.
let stylesheet = """
    :root{--ink:#16242e;--soft:#46555f;--paper:#fff;--wash:#f3f6f7;--line:#c3cdd2;--deep:#12435c;--now:#1c6487;--then:#fff;\
    --added:#2c7a4b;--taken:#a4501c;--link:#0f5475;--warn:#7a1d13;--warnwash:#fdeceA}
    *{box-sizing:border-box}
    html{font-size:100%;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 Arial,"Helvetica Neue","Liberation Sans",sans-serif;\
    overflow-wrap:break-word}
    .page,nav,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
    h1,h2,h3{font-family:Georgia,"Times New Roman","Liberation Serif",serif;line-height:1.2;color:var(--deep);overflow-wrap:anywhere}
    h1{font-size:clamp(1.75rem,4vw,2.6rem);margin-top:2rem;margin-bottom:1rem;font-weight:normal}
    h2{font-size:1.6rem;margin:3rem 0 1rem;padding-top:1rem;border-top:3px solid var(--deep);font-weight:normal}
    h3{font-size:1.15rem;margin:2rem 0 .5rem}
    p,li,dd{max-width:46rem;overflow-wrap:anywhere}
    p{margin:.5rem 0 1rem}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--now);outline-offset:2px}
    .skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:var(--deep);color:#fff;z-index:2}
    .skip:focus{left:0}
    .draft{background:var(--warnwash);color:var(--warn);border-bottom:4px solid var(--warn);padding:.75rem 1rem;text-align:center}
    .draft strong{display:block;font-size:1.2rem;letter-spacing:.06em}
    .watermark{display:none}
    .front{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:0;margin-top:0;margin-bottom:0;border-top:1px solid var(--line)}
    .front div{border-bottom:1px solid var(--line);padding:.6rem 1rem .6rem 0}
    dt{font-weight:bold}
    .front dt{font-weight:normal;color:var(--soft);font-size:.9rem}
    dd{margin:0}
    nav h2{border:0;font-size:1.15rem;margin:1.5rem 0 .25rem;padding:0}
    nav ol{columns:2 18rem;margin:0;padding-left:1.6rem}
    nav li{padding:.2rem 0}
    .cards{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1rem}
    .cards li{border:1px solid var(--line);border-top:5px solid var(--now);background:var(--wash);padding:.8rem 1rem 1rem}
    .cards span{display:block}
    .number{font:normal 2.6rem/1.1 Georgia,"Times New Roman","Liberation Serif",serif;color:var(--deep);font-variant-numeric:lining-nums}
    .what{font-weight:bold;line-height:1.3;margin:.25rem 0}
    .change,.small{color:var(--soft);font-size:.95rem}
    .small{display:block}
    .statement{border-left:6px solid var(--now);background:var(--wash);padding:.5rem 1.25rem;max-width:52rem}.statement p{max-width:none}
    .lead p{margin:.25rem 0;color:var(--soft)}
    .lead{margin-bottom:.75rem}
    .scroll{overflow-x:auto;max-width:100%}
    .sides{display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem;align-items:start}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums lining-nums}
    caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .wide{min-width:38rem}
    th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line);font-weight:normal}
    th:first-child,td:first-child{padding-left:.2rem}
    thead th{vertical-align:bottom;font-weight:bold;border-bottom:2px solid var(--deep);font-size:.95rem;line-height:1.3}
    .n{text-align:right}
    th[scope=row]{min-width:9rem}
    .group th{font-weight:bold;color:var(--deep);padding-top:1.1rem;border-bottom:1px solid var(--deep)}
    .total th,.total td{font-weight:bold;border-top:1px solid var(--deep)}
    .part th:first-child{padding-left:1.4rem}
    .mark,.wide td:last-child:not(.n){white-space:nowrap}
    figure{margin:0;min-width:0}
    svg{display:block;overflow:hidden;font:15px Arial,"Helvetica Neue","Liberation Sans",sans-serif}
    svg text{fill:var(--ink)}svg .label{font-size:14px}
    svg .end{font-weight:bold}
    svg .axis{stroke:var(--line)}
    svg rect{stroke-width:1.5}
    .now{fill:var(--now);stroke:var(--now)}
    .then{fill:var(--then);stroke:var(--now)}
    .added{fill:var(--added);stroke:var(--added)}
    .taken{fill:var(--paper);stroke:var(--taken);stroke-dasharray:4 2}
    .planned{fill:var(--paper);stroke:var(--now);stroke-dasharray:5 3}
    .total{fill:var(--deep);stroke:var(--deep)}
    .key{list-style:none;padding:0;margin:.5rem 0;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem}
    .key svg{display:inline-block;vertical-align:-1px}
    .verdict{font-weight:bold;border-left:6px solid var(--added);padding:.3rem .8rem;margin-top:.5rem}
    .verdict.fails{border-color:var(--warn);color:var(--warn)}
    .notes div{display:grid;grid-template-columns:5rem minmax(0,1fr)}.terms div,.notes div{padding:.4rem 0;border-bottom:1px solid var(--line)}
    pre{overflow-x:auto;background:var(--wash);border:1px solid var(--line);padding:.75rem 1rem;font-size:.9rem;white-space:pre-wrap;\
    overflow-wrap:anywhere}
    footer{margin:3rem auto 2rem;border-top:1px solid var(--line);color:var(--soft)}
    @media(max-width:30rem){th,td{padding:.4rem .3rem}th[scope=row]{min-width:6.5rem}thead th{font-size:.9rem}.wide{min-width:31rem}.wide th[scope=row]{width:7.5rem}}
    @media(min-width:60rem){.drawn .sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2.5rem}\
    .terms div{display:grid;grid-template-columns:18rem minmax(0,1fr);gap:1.5rem}}
    @media(prefers-color-scheme:dark){:root{--ink:#e8eef1;--soft:#b3c1c9;--paper:#10191f;--wash:#18252d;--line:#3b4d58;--deep:#9fd0e8;\
    --now:#6cb6da;--then:#10191f;--added:#6cc48e;--taken:#f0a070;--link:#8fcdee;--warn:#ffb4a6;--warnwash:#3a1512}\
    .skip{color:#10191f}}
    @media(forced-colors:active){svg text{fill:CanvasText}svg rect{fill:Highlight;stroke:CanvasText}svg .then,svg .planned,svg .taken\
    {fill:Canvas}}
    @media print{@page{size:A4;margin:16mm 14mm}:root{--ink:#000;--soft:#333;--paper:#fff;--wash:#f5f5f5;--line:#aaa;--deep:#12435c;\
    --now:#1c6487;--then:#fff;--added:#2c7a4b;--taken:#a4501c;--link:#000;--warn:#7a1d13;--warnwash:#fff}\
    body{font-size:1rem;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}html{font-size:10pt}.page,nav,main,footer{max-width:none;padding:0}\
    .skip{display:none}a{text-decoration:none}h1{font-size:22pt}h2{font-size:15pt;margin-top:1.5rem;break-after:avoid}h3{font-size:11.5pt;\
    break-after:avoid}thead{display:table-header-group}tr,figure,.cards li,.terms div,.verdict,.statement{break-inside:avoid}\
    .piece:not(.long){break-inside:avoid}.scroll{overflow:visible}.wide{min-width:0}th,td{padding:.25rem .4rem}th[scope=row]{min-width:0}\
    .cards{grid-template-columns:repeat(3,1fr)}.drawn .sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}\
    .watermark{display:block;position:fixed;top:45%;left:0;right:0;text-align:center;white-space:nowrap;font:bold 30pt Arial,sans-serif;color:#7a1d13;\
    opacity:.16;transform:rotate(-32deg)}}

    """
