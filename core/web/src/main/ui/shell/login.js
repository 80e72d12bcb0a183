// The login page. Native inputs in the page itself: password managers do not look inside components.
import { html, nothing, render } from 'lit';
import { languages, language, t } from '../stepwise/text.js';
import { problemText } from '../stepwise/toast.js';
import { chooseLanguage, remember } from './preferences.js';
import { signIn } from './session.js';

export async function openLogin(element, enter) {
    let failure = null;
    let busy = false;
    const submit = async (event) => {
        event.preventDefault();
        const { username, password } = event.target.elements;
        busy = true;
        draw();
        try {
            const session = await signIn(username.value, password.value);
            await enter(session, password.value);
        } catch (problem) {
            failure = problem;
            busy = false;
            draw();
            element.querySelector('#password')?.select();
        }
    };
    const pickLanguage = async (event) => {
        remember('language', event.target.value);
        await chooseLanguage();
        draw();
    };
    const draw = () => render(page({ failure, busy, submit, pickLanguage }), element);
    render(nothing, element);
    document.title = 'Stepwise';
    draw();
    element.querySelector('#username').focus();
}

function page({ failure, busy, submit, pickLanguage }) {
    return html`<main class="login">
        <form class="login-card" @submit=${submit}>
            <h1>Stepwise</h1>
            <p class="login-lead">${t('login.lead')}</p>
            <div role="alert" class="login-failure" ?hidden=${!failure}>
                ${failure ? failureText(failure) : nothing}
            </div>
            <label for="username">${t('login.user')}</label>
            <input id="username" class="native" name="username" autocomplete="username" autocapitalize="none"
                spellcheck="false" required />
            <label for="password">${t('login.password')}</label>
            <input id="password" class="native" name="password" type="password"
                autocomplete="current-password" required />
            <button class="login-button" ?disabled=${busy}>${t('login.submit')}</button>
            <label for="language">${t('language')}</label>
            <select id="language" class="native" @change=${pickLanguage}>
                ${Object.entries(languages).map(
                    ([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === language()}>
                        ${name}
                    </option>`,
                )}
            </select>
        </form>
    </main>`;
}

function failureText(problem) {
    return problem.status === 401 ? t('login.refused') : problemText(problem);
}
