import { type Html, html } from './html.ts';
import { pageStyle } from './style.ts';

/** What a browser may do with a page: nothing but use the style that is in it. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'";

const style: Html = { markup: pageStyle };

/** A whole document around what is said in it. */
export const documentOf = (title: string, main: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`.markup;
