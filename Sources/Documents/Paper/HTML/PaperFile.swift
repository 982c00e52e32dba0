import Kernel
import Markup

/// A paper as one file for a browser: it has its style within, asks for nothing from anywhere, and runs nothing.
///
/// Its style is a part of its bytes, and so of the hash that it is known by once it is issued.
struct PaperFile {
    let document: Document

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="\(PaperFile.policy)">\
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>\(document.title)</title><style>\(PaperFile.style)</style></head>\
        <body><main>\(document.printableAlone.html)</main></body></html>

        """
    }

    /// Nothing is fetched, sent or run; the one style there is stands by its hash.
    static let policy = "default-src 'none'; style-src 'sha256-QpcpkIOuj4FZHZPqj7tGHM7Vvb9sjl+aW7TRZHyO6Mw='; base-uri 'none'; form-action 'none'"

    static let style: HTML = """
        :root{--ink:#15191f;--ink-2:#4a5361;--ink-3:#5f6978;--line:#dfe3e8;--line-2:#c3cad4;--edge:#818b99;\
        --red:#a3231a;--red-bg:#fbe9e7;--amber:#8a4b00;--amber-bg:#fff1d6;--green:#0b6239;--green-bg:#e3f4ea;--blue:#1a4f8f;--blue-bg:#e4eefb;--grey:#4d5663;--grey-bg:#eceff3;\
        --fill-red:#b3362c;--fill-amber:#c47400;--fill-green:#2b8457;--fill-blue:#2a62a8;--fill-grey:#8a94a2}
        *,::before,::after{box-sizing:border-box}
        html{font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;color:var(--ink);background:#fff}
        body{margin:0;overflow-wrap:break-word}main{max-width:68rem;margin:0 auto;padding:2rem 1.25rem}
        a{color:#23467c;text-underline-offset:.18em}h1,h2,h3,h4,h5{line-height:1.25;margin:0;text-wrap:balance}
        h1{font-size:1.75rem}h2{font-size:1.25rem;margin:2.25rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line-2)}h3{font-size:1.0625rem;margin:1.5rem 0 .75rem}h4,h5{font-size:1rem;margin:1rem 0 .75rem}
        p{margin:0 0 .75rem;max-width:68ch}ul,ol{margin:0 0 .75rem;padding-left:1.4rem;max-width:68ch}li{margin-bottom:.25rem}
        .small,footer{font-size:.875rem;color:var(--ink-2)}.under{color:var(--ink-2)}.marking{font-weight:650;letter-spacing:.06em;text-transform:uppercase;color:var(--ink-2)}
        .caption,caption,.over{text-align:left;font-weight:600;margin:1rem 0 .5rem;max-width:none}time{white-space:nowrap}code{font-size:.875em;overflow-wrap:anywhere}
        hr{border:0;margin:0}footer{margin-top:2.25rem;padding-top:.75rem;border-top:1px solid var(--line)}
        .facts{margin:1rem 0 1.5rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.75rem 1.5rem}.facts dt{font-size:.8125rem;color:var(--ink-2)}.facts dd{margin:0;font-weight:600}
        .notice{border:1px solid;border-left-width:5px;padding:.75rem 1rem;margin-bottom:1.5rem}.notice.red{color:var(--red)}.notice.amber{color:var(--amber)}.notice.green{color:var(--green)}.notice.blue{color:var(--blue)}.notice.grey{color:var(--grey)}
        .empty{border:1px dashed var(--line-2);padding:1rem;color:var(--ink-2);margin-bottom:1rem}
        .tag{display:inline-flex;align-items:center;gap:.42em;padding:.1rem .6rem .15rem;border-radius:99px;font-size:.875rem;font-weight:600}
        .tag::before{content:"";width:.62em;height:.62em;background:currentColor;flex:none}
        .tag.red{color:var(--red);background:var(--red-bg)}.tag.amber{color:var(--amber);background:var(--amber-bg)}.tag.amber::before{clip-path:polygon(50% 0,100% 100%,0 100%)}
        .tag.green{color:var(--green);background:var(--green-bg)}.tag.green::before{border-radius:50%}.tag.blue{color:var(--blue);background:var(--blue-bg)}.tag.blue::before{clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}
        .tag.grey{color:var(--grey);background:var(--grey-bg)}.tag.grey::before{background:none;border:2px solid currentColor;border-radius:50%}
        .why{display:block;font-size:.875rem;color:var(--ink-2)}.ref{font-weight:600;color:var(--ink-3)}
        table{width:100%;border-collapse:collapse;margin:0 0 1.5rem}.over+table{table-layout:fixed}.over+table th.ref{width:4rem}.over+table th.wide{width:26%}.over+table th.day{width:9rem}
        th{text-align:left;vertical-align:bottom;font-size:.8125rem;color:var(--ink-2);padding:.5rem;border-bottom:1px solid var(--line-2)}td{font-size:.9375rem;padding:.5rem;border-bottom:1px solid var(--line);vertical-align:top}td.num,th.num{text-align:right}
        .chart{margin:1rem 0 1.5rem}svg{display:block}svg text{fill:var(--ink-2);font:12px system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
        .stack{border-radius:99px;background:var(--grey-bg)}.fill.red{fill:var(--fill-red)}.fill.amber{fill:var(--fill-amber)}.fill.green{fill:var(--fill-green)}.fill.blue{fill:var(--fill-blue)}.fill.grey{fill:var(--fill-grey)}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0}.legend a{text-decoration:none}
        .gap{stroke:#fff;stroke-width:3}.rule,.level{stroke:var(--line)}.base{stroke:var(--edge)}svg .after{text-anchor:end}svg .year,text.shown{fill:var(--ink);font-weight:600}
        line.shown{stroke:var(--ink);stroke-width:1.5}text.shown,text.ends,text.none{paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round}line.ends{stroke:var(--ink-2);stroke-dasharray:4 4}
        figure{margin:0}.timeline{--name:19rem}.plot{position:relative;padding:38px 0 44px}.timeline .grid{position:absolute;top:0;left:var(--name);width:calc(100% - var(--name));height:100%;overflow:visible}
        .timeline ol{list-style:none;margin:0;padding:0;position:relative;max-width:none}.plot li{display:grid;grid-template-columns:var(--name) minmax(0,1fr);align-items:center;margin:0}
        .timeline .name{font-size:.875rem;line-height:24px;padding-right:1rem;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}.timeline a.name{color:var(--ink);text-decoration:none}.plot li svg{overflow:visible}
        .timeline .red{--tone:var(--fill-red)}.timeline .amber{--tone:var(--fill-amber)}.timeline .green{--tone:var(--fill-green)}.timeline .blue{--tone:var(--fill-blue)}.timeline .grey{--tone:var(--fill-grey)}
        .run{stroke:var(--tone);stroke-width:8;opacity:.85}.over{stroke:var(--tone);stroke-width:3;stroke-dasharray:2 4}line.due{stroke:var(--tone);stroke-width:3}.expected{fill:#fff;stroke:var(--tone);stroke-width:3}path.done{fill:var(--tone);stroke:#fff;stroke-width:2}
        .burnup .words{font-weight:600}.burnup svg,.overtime svg{overflow:visible}.burnup path{fill:none;vector-effect:non-scaling-stroke;stroke-width:2.5}.burnup path.due{stroke:var(--fill-grey);stroke-dasharray:6 4}.burnup path.done{stroke:var(--fill-blue);fill:none}.burnup path.area{fill:var(--blue-bg);stroke:none}.overtime .fill{stroke:#fff;stroke-width:1}
        .keys{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin:.5rem 0 0;padding:0;font-size:.875rem;color:var(--ink-2)}.keys li::before{content:"";display:inline-block;width:1.75rem;border-top:3px solid var(--fill-blue);vertical-align:.25em;margin-right:.5em}.keys .due::before{border-top:3px dashed var(--fill-grey)}
        .marks li::before{width:.7rem;height:.7rem;border:0;vertical-align:-.05em;background:var(--ink-2);clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}.marks .due::before{width:3px;height:1rem;border:0;vertical-align:-.15em;clip-path:none}.marks .expected::before{clip-path:none;background:none;border:3px solid var(--ink-2);border-radius:50%}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .seal{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start;margin-top:2.25rem;padding:1rem;border:1px solid var(--line-2)}.seal div{flex:1 1 14rem;min-width:0}.seal dl{margin:0;font-size:.875rem}.seal dt{color:var(--ink-2)}.seal dd{margin:0 0 .5rem}.seal svg{flex:none;width:7.5rem;height:7.5rem}
        @media screen and (max-width:48rem){main{padding:1rem}.timeline{--name:0px}.plot li{display:block}.timeline .name{display:block}table,tbody,tr,td{display:block}thead{position:absolute;clip-path:inset(50%)}tr{padding:.75rem 0;border-bottom:1px solid var(--line)}td{padding:.15rem 0;border:0}td[data-label]::before{content:attr(data-label);display:block;color:var(--ink-2);font-size:.8125rem}}
        @page{margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " of " counter(pages);font:9pt system-ui,sans-serif}}
        @media print{html{font-size:10pt}details{display:none}td{font-size:8.5pt;padding:.35rem}.over+table th.ref{width:3rem}.over+table th.wide{width:22%}.over+table th.day{width:6.5rem}main{max-width:none;padding:0}p,ul,ol{max-width:none}a{color:inherit;text-decoration:none}hr{break-after:page}h1,h2,h3,h4,.over,.caption{break-after:avoid}tr,figure,.chart,.seal,.notice{break-inside:avoid}thead{display:table-header-group}.timeline{--name:13rem}.tag{border:1px solid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """
}
