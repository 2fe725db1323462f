/** What becomes an installer: `electron-builder.yml`, with Chromium's own words for each of our languages and no more: each is half a megabyte. */
import { languages } from './catalogues.mjs';

export default { extends: 'build/electron-builder.yml', electronLanguages: ['en-US', ...languages()] };
