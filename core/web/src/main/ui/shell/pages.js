// The pages that the shell brings itself.
import { describedList } from '../stepwise/references.js';
import { homePage } from './home.js';

export function addPages(frame) {
    const { router } = frame;
    router.add('/', () => (element) => homePage(element, frame));
    router.add('/modules', async () => {
        const { modulesPage } = await import('./modules.js');
        return (element) => modulesPage(element, frame.live);
    });
    router.add('/state', async () => {
        const { statePage } = await import('./state.js');
        return (element) => statePage(element, frame.live);
    });
    const described = (page) => async () => {
        const { listPage, detailPage, draftsPage, newPage } = await import('./described.js');
        const open = { listPage, detailPage, draftsPage, newPage }[page];
        return (element, context) => {
            const { module, list } = context.params;
            const description = describedList(`${module}.${list}`);
            return description ? open(element, description, context, frame.live) : missing(element);
        };
    };
    router.add('/m/:module/:list', described('listPage'));
    router.add('/m/:module/:list/:id', described('detailPage'));
    router.add('/m/:module/:list/new', described('newPage'));
    router.add('/m/:module/:list/drafts', described('draftsPage'));
}

async function missing(element) {
    const { t } = await import('../stepwise/text.js');
    element.append(Object.assign(document.createElement('h1'), { textContent: t('page.not-found') }));
    element.append(Object.assign(document.createElement('p'), { textContent: t('page.not-found.why') }));
}
