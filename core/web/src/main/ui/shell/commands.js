// "Go to": every list, page and command of the modules that are on, found by typing (Ctrl+K).
import { html, render } from 'lit';
import { navigate } from '../stepwise/navigate.js';
import { openDialog } from '../stepwise/dialog.js';
import { t } from '../stepwise/text.js';
import { groups } from './navigation.js';

const MOST_SHOWN = 12;

function everything(modules, descriptions) {
    return groups(modules, descriptions).flatMap(({ title: group, entries, commands }) =>
        [...entries, ...commands].map((each) => ({ ...each, group })),
    );
}

export function openCommands({ modules, descriptions }) {
    const all = everything(modules, descriptions);
    const place = document.createElement('div');
    let typed = '';
    const found = () => {
        const words = typed.toLowerCase().split(/\s+/);
        const fits = ({ title, group }) => words.every((word) => `${group} ${title}`.toLowerCase().includes(word));
        return all.filter(fits).slice(0, MOST_SHOWN);
    };
    const choose = (entry) => {
        dialog.close();
        if (entry.run) {
            entry.run();
        } else {
            navigate(entry.path);
        }
    };
    const draw = () => render(content({ found: found(), choose, type }), place);
    const type = (event) => {
        typed = event.target.value;
        draw();
    };
    draw();
    const dialog = openDialog({ title: t('commands'), content: place });
}

function content({ found, choose, type }) {
    const first = (event) => {
        event.preventDefault();
        if (found.length > 0) {
            choose(found[0]);
        }
    };
    return html`<form @submit=${first}>
        <input class="native" type="search" aria-label=${t('commands')} placeholder=${t('commands.hint')}
            autocomplete="off" @input=${type} />
        <ul class="commands">
            ${found.map(
                (entry) => html`<li>
                    <button type="button" @click=${() => choose(entry)}>
                        <span>${entry.title}</span><small>${entry.group}</small>
                    </button>
                </li>`,
            )}
        </ul>
    </form>`;
}
