// What searchers and messengers read of a static page: title, description, its other language, its picture, what it is about; and the list
// of all pages. Addresses are whole where the origin is known (PHLOV_ORIGIN), paths where it is not.

/** The English of the description in index.html. */
const ABOUT = 'The path to socio-economic rights and public services for women in business in Cambodia. Works without the internet.';
/** What a page is about, in the words of schema.org, by the kind that tools/static-pages.rs gives it. */
const KINDS = {
  service: ({ name, description, office }) => ({ '@type': 'GovernmentService', name, description, areaServed: 'KH', ...(office && { provider: { '@type': 'GovernmentOrganization', name: office } }) }),
  words: ({ name, description }) => description && { '@type': 'DefinedTerm', name, description },
  learn: ({ name, description }) => description && { '@type': 'Article', headline: name, description },
  laws: ({ name, description }) => description && { '@type': 'Legislation', name, abstract: description, legislationJurisdiction: 'KH' },
};

/** What stands on the picture beside a link, by the kind of page; pages of another kind have that of Home. `make icons` draws them. */
export const PREVIEWS = {
  home: { km: 'តើអ្នកចង់ធ្វើអ្វី?', en: 'What do you want to do?' },
  find: { km: 'ស្វែងរកសេវា', en: 'Find a service' },
  service: { km: 'សេវាសាធារណៈ', en: 'A public service' },
  right: { km: 'សិទ្ធិរបស់អ្នក', en: 'Your right' },
  learn: { km: 'រៀន', en: 'Learn' },
  stories: { km: 'រឿង', en: 'A story' },
  words: { km: 'ពាក្យពិបាក', en: 'A difficult word' },
  laws: { km: 'ច្បាប់', en: 'Laws' },
  offices: { km: 'ការិយាល័យរដ្ឋ', en: 'Public offices' },
};

/** The page with its own title, description and the rest of its head. `page` has those of the app (index.html). */
export function described(page, { address, other, lang, title, description, kind, office }, origin = '') {
  const app = page.match(/<title>(.*?)<\/title>/)[1];
  const general = page.match(/<meta name="description" content="(.*?)">/)[1];
  const [said, name] = [description || (lang === 'km' ? general : ABOUT), address === `/${lang}/` ? title : `${title} · ${app}`].map(escaped);
  const [km, en] = lang === 'km' ? [address, other] : [other, address];
  const about = KINDS[kind]?.({ name: title, description, office });
  const lines = [
    `<meta name="description" content="${said}">`,
    `<link rel="canonical" href="${origin}${address}">`,
    `<link rel="alternate" hreflang="km" href="${origin}${km}">`,
    `<link rel="alternate" hreflang="en" href="${origin}${en}">`,
    `<meta property="og:type" content="${address === `/${lang}/` ? 'website' : 'article'}">`,
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta property="og:description" content="${said}">`,
    `<meta property="og:locale" content="${lang === 'km' ? 'km_KH' : 'en_US'}">`,
    origin && `<meta property="og:url" content="${origin}${address}">`,
    origin && `<meta property="og:image" content="${origin}/previews/${kind in PREVIEWS ? kind : 'home'}-${lang}.png">`,
    origin && '<meta name="twitter:card" content="summary_large_image">',
    // In a text of JSON "<" would end the element.
    about && `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', inLanguage: lang, ...about }).replaceAll('<', '\\u003c')}</script>`,
  ];
  return page.replace(/<title>.*?<\/title>/, () => `<title>${name}</title>`)
    .replace(/<meta name="description"[^>]*>/, () => lines.filter(Boolean).join('\n'));
}

/** sitemap.xml: every page with its other language. */
export function sitemap(pages, origin) {
  const one = ({ address, other, lang }) => `<url><loc>${origin}${address}</loc>${[[lang, address], [lang === 'km' ? 'en' : 'km', other]]
    .map(([code, path]) => `<xhtml:link rel="alternate" hreflang="${code}" href="${origin}${path}"/>`).join('')}</url>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.map(one).join('\n')}\n</urlset>\n`;
}

/** robots.txt: everything may be read. */
export function robots(origin) {
  return `User-agent: *\nAllow: /\n${origin && `Sitemap: ${origin}/sitemap.xml\n`}`;
}

function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
