// Addresses to pages, by the history API. A page is `(element, context) => cleanup`; with `context.guard({ address,
// changed, ask })` it is asked before it goes: where it is, whether something would be lost, and to ask the person.
import { Problem } from '../stepwise/api.js';
import { navigate } from '../stepwise/navigate.js';
import { t } from '../stepwise/text.js';
import { warn } from '../stepwise/toast.js';

export class Router {
    constructor(element, onChange) {
        this.element = element;
        this.onChange = onChange;
        this.routes = [];
        this.cleanup = null;
        this.leaving = null;
        this.turn = 0;
        this.clicked = (event) => this.followLink(event, linkOf(event));
        // Components stop clicks on the links inside them before they reach the document.
        this.clickedInside = (event) => {
            const link = linkOf(event);
            if (link && link.getRootNode() !== document) {
                this.followLink(event, link);
            }
        };
        this.moved = (event) => this.step(event);
        this.asked = (event) => this.ask(event);
        document.addEventListener('click', this.clicked);
        document.addEventListener('click', this.clickedInside, true);
        /** The browser asks in words of its own. */
        this.closing = (event) => this.leaving?.changed() && event.preventDefault();
        window.addEventListener('popstate', this.moved);
        window.addEventListener('stepwise-leave', this.asked);
        window.addEventListener('beforeunload', this.closing);
    }

    /** `load` answers a page function or a module whose default export is one. Answers how to take the route back. */
    add(pattern, load) {
        const names = [];
        const source = pattern.replace(/:(\w+)/g, (whole, name) => {
            names.push(name);
            return '([^/]+)';
        });
        const route = { matcher: new RegExp(`^${source}/?$`), names, load };
        this.routes.push(route);
        return () => (this.routes = this.routes.filter((each) => each !== route));
    }

    matches(path) {
        return this.routes.some(({ matcher }) => matcher.test(path));
    }

    /** Ordinary left clicks on links within the site change the page without loading it anew. */
    followLink(event, link) {
        const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
            return;
        }
        const url = new URL(link.href);
        if (url.origin === location.origin && !/^\/(api|ui)\//.test(url.pathname)) {
            event.preventDefault();
            navigate(url.pathname + url.search);
        }
    }

    /** A link, or a screen, leads elsewhere: that waits until the person has been asked, if something would be lost. */
    async ask(event) {
        if (this.leaving?.changed()) {
            event.preventDefault();
            if (await this.mayLeave()) {
                this.leaving = null;
                event.detail();
            } else {
                this.onChange(location.pathname);
            }
        }
    }

    /** A step back has been taken already: where something would be lost it is taken back until the person is asked. */
    async step({ isTrusted }) {
        if (isTrusted && this.leaving?.changed()) {
            history.pushState(null, '', this.leaving.address());
            if (await this.mayLeave()) {
                this.leaving = null;
                history.back();
            }
            return;
        }
        await this.show();
    }

    /** Whether the page that is open may go: nothing would be lost, or the person agrees. */
    async mayLeave() {
        const { leaving } = this;
        if (!leaving?.changed()) {
            return true;
        }
        if (leaving.asking) {
            return false;
        }
        leaving.asking = true;
        try {
            return await leaving.ask();
        } finally {
            leaving.asking = false;
        }
    }

    async show() {
        const turn = ++this.turn;
        const found = this.routes
            .map((route) => ({ route, match: location.pathname.match(route.matcher) }))
            .filter(({ match }) => match)
            .at(-1);
        this.leave();
        if (turn > 1) {
            document.getElementById('messages')?.replaceChildren();
        }
        this.onChange(location.pathname);
        try {
            const loaded = found ? await found.route.load() : notFound;
            const page = loaded.default ?? loaded;
            if (turn === this.turn) {
                await this.open(page, found, turn);
            }
        } catch (failure) {
            this.failed(failure);
        }
    }

    async open(page, found, turn) {
        const place = document.createElement('div');
        place.className = 'page';
        this.element.replaceChildren(place);
        const params = found ? namedParts(found) : {};
        const guard = (asked) => (this.leaving = asked);
        const cleanup = await page(place, { params, query: new URLSearchParams(location.search), guard });
        if (turn === this.turn) {
            this.cleanup = cleanup ?? null;
        } else {
            cleanup?.();
        }
    }

    /** A page that breaks is told and leaves everything around it running. */
    failed(failure) {
        this.element.replaceChildren();
        warn(failure instanceof Problem ? failure : t('page.failed'));
        if (!(failure instanceof Problem)) {
            console.error(failure);
        }
    }

    leave() {
        this.leaving = null;
        try {
            this.cleanup?.();
        } finally {
            this.cleanup = null;
        }
    }

    close() {
        this.leave();
        document.removeEventListener('click', this.clicked);
        document.removeEventListener('click', this.clickedInside, true);
        window.removeEventListener('popstate', this.moved);
        window.removeEventListener('stepwise-leave', this.asked);
        window.removeEventListener('beforeunload', this.closing);
    }
}

function linkOf(event) {
    return event.composedPath().find((node) => node.tagName === 'A' && node.href);
}

function namedParts({ route, match }) {
    return Object.fromEntries(route.names.map((name, index) => [name, decodeURIComponent(match[index + 1])]));
}

function notFound(element) {
    element.innerHTML = '';
    const heading = Object.assign(document.createElement('h1'), { textContent: t('page.not-found') });
    element.append(heading);
}
