// The pages that come from descriptions alone.
export { listPage } from './list.js';
export { detailPage } from './detail.js';
export { newPage } from './new.js';
export { draftsPage } from './drafts.js';
