// The frame around every page: bar, navigation, messages, and the loading of what modules add.
import { html, nothing, render } from 'lit';
import { api } from '../stepwise/api.js';
import { useDescriptions } from '../stepwise/references.js';
import { t } from '../stepwise/text.js';
import { warn } from '../stepwise/toast.js';
import { openAccountMenu } from './account.js';
import { openLive } from './live.js';
import { navigation } from './navigation.js';
import { openCommands } from './commands.js';
import { addPages } from './pages.js';
import { Router } from './router.js';
import { Screens } from './screens.js';
import { isDark, toggleTheme } from './theme.js';

/** Opens the frame and answers how to close it. */
export async function openFrame(element, session, leave) {
    const frame = new Frame(element, session, leave);
    await frame.open();
    return () => frame.close();
}

class Frame {
    constructor(element, session, leave) {
        this.element = element;
        this.session = session;
        this.leave = leave;
        this.descriptions = [];
        this.path = location.pathname;
        this.live = new EventTarget();
        this.drawAgain = () => this.draw();
        this.keyed = (event) => this.shortcut(event);
    }

    async open() {
        render(nothing, this.element);
        this.draw();
        const content = this.element.querySelector('#content');
        this.router = new Router(content, (path) => this.moved(path));
        this.screens = new Screens(this.router, this.drawAgain);
        addPages(this);
        await this.reconcile();
        this.closeLive = openLive({
            modules: () => this.reconcile().then(() => this.tell('modules', {})),
            progress: (progress) => this.tell('progress', progress),
            log: (entry) => this.tell('log', entry),
            // It stays until it is closed: what was held or planned has to be seen to.
            lost: (what) => warn(t('module.lost', what)),
        });
        window.addEventListener('stepwise-theme', this.drawAgain);
        document.addEventListener('keydown', this.keyed);
        await this.router.show();
    }

    /** Hands a message of the server on to the page that is open. */
    tell(name, detail) {
        this.live.dispatchEvent(new CustomEvent(name, { detail }));
    }

    async reconcile() {
        try {
            const [modules, descriptions] = await Promise.all([api('/api/ui-modules'), api('/api/descriptions')]);
            this.descriptions = descriptions.items;
            useDescriptions(descriptions.items);
            await this.screens.reconcile(modules.items);
        } catch (problem) {
            warn(problem);
        }
    }

    moved(path) {
        this.path = path;
        document.title = 'Stepwise';
        const layout = this.element.querySelector('ui5-navigation-layout');
        if (matchMedia('(max-width: 599px)').matches) {
            layout.mode = 'Auto';
        }
        this.draw();
    }

    shortcut(event) {
        if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            this.commands();
        }
    }

    commands() {
        openCommands({ modules: this.screens.modules(), descriptions: this.descriptions });
    }

    toggleNavigation() {
        const layout = this.element.querySelector('ui5-navigation-layout');
        layout.mode = layout.isSideCollapsed() ? 'Expanded' : 'Collapsed';
    }

    draw() {
        render(this.template(), this.element);
    }

    template() {
        return html`<a class="skip" href="#content" @click=${(event) => this.skip(event)}>${t('skip')}</a>
            <ui5-navigation-layout mode="Auto">
                ${this.bar()}
                <ui5-side-navigation slot="sideContent" accessible-name=${t('navigation')}>
                    ${navigation(this.screens?.modules() ?? [], this.descriptions, this.path)}
                </ui5-side-navigation>
                <main class="content">
                    <div id="messages"></div>
                    ${this.screens?.outdated ? this.reloadOffer() : nothing}
                    <div id="content" tabindex="-1"></div>
                </main>
            </ui5-navigation-layout>`;
    }

    skip(event) {
        event.preventDefault();
        this.element.querySelector('#content').focus();
    }

    bar() {
        const { company, displayName } = this.session;
        const account = ({ detail }) =>
            openAccountMenu(detail.targetRef, this.session, this.leave, () => this.router.mayLeave());
        return html`<ui5-shellbar slot="header" @profile-click=${account}>
            <ui5-button slot="startButton" icon="menu2" accessible-name=${t('navigation.toggle')}
                tooltip=${t('navigation.toggle')} @click=${() => this.toggleNavigation()}></ui5-button>
            <ui5-shellbar-branding slot="branding" href="/">Stepwise</ui5-shellbar-branding>
            <span slot="content" class="company">${company?.name ?? ''}</span>
            <ui5-shellbar-item icon="search" text=${t('commands')} @click=${() => this.commands()}></ui5-shellbar-item>
            <ui5-shellbar-item icon=${isDark() ? 'light-mode' : 'dark-mode'}
                text=${t(isDark() ? 'theme.light' : 'theme.dark')} @click=${toggleTheme}></ui5-shellbar-item>
            <ui5-avatar slot="profile" initials=${initials(displayName)} accessible-name=${displayName}></ui5-avatar>
        </ui5-shellbar>`;
    }

    reloadOffer() {
        return html`<ui5-message-strip design="Information" hide-close-button class="strip">
            ${t('module.upgraded')} <a href=${location.href} target="_self">${t('reload')}</a>
        </ui5-message-strip>`;
    }

    close() {
        this.closeLive?.();
        this.router.close();
        this.screens.close();
        window.removeEventListener('stepwise-theme', this.drawAgain);
        document.removeEventListener('keydown', this.keyed);
        document.querySelectorAll('ui5-dialog').forEach((dialog) => (dialog.open = false));
        render(nothing, this.element);
    }
}

function initials(name) {
    return (name ?? '?')
        .split(/\s+/)
        .map((part) => part[0])
        .slice(0, 2)
        .join('')
        .toUpperCase();
}
