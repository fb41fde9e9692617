/** Plain and readable on a phone, on paper and in the dark; with nothing to fetch. */
export const style = [
  ':root{color-scheme:light dark}',
  'body{margin:0;font:1rem/1.6 system-ui,sans-serif}',
  'main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 3rem;overflow-wrap:break-word}',
  'h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}',
  'h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}',
  'h3{font-size:1rem;margin:1.25rem 0 .25rem}',
  'p{margin:.5rem 0}',
  'ul{margin:.5rem 0;padding-left:1.25rem}',
  'li{margin:.35rem 0}',
  'table{width:100%;border-collapse:collapse;margin:.75rem 0}',
  'caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}',
  'th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid;border-color:color-mix(in srgb,currentColor 25%,transparent);text-align:left;vertical-align:top;font-weight:400}',
  'thead th{font-weight:600}',
  'td{width:38%}',
  'footer{margin-top:2rem;font-size:.875rem;opacity:.8}',
  '@media print{main{max-width:none;padding:0}}',
].join('');
