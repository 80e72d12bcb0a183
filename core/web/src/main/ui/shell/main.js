// Starts the shell: language and theme, then login or the frame.
import { html, nothing, render } from 'lit';
import '../vendor/ui5-api.js';
import './components.js';
import { t } from '../stepwise/text.js';
import { problemText } from '../stepwise/toast.js';
import { startTheme } from './theme.js';
import { currentSession, openSession } from './session.js';
import { openLogin } from './login.js';
import { openNewPassword } from './new-password.js';
import { openFrame } from './frame.js';
import { chooseLanguage } from './preferences.js';

const app = document.getElementById('app');
let closeFrame = null;

/** `password`: what was just typed, if it was. */
async function enter(session, password) {
    await chooseLanguage(session.language);
    openSession(session, leave);
    if (session.mustChangePassword) {
        openNewPassword(app, session, { current: password, done: start, leave });
    } else {
        closeFrame = await openFrame(app, session, leave);
    }
    document.documentElement.classList.remove('booting');
}

async function leave() {
    closeFrame?.();
    closeFrame = null;
    await openLogin(app, enter);
    document.documentElement.classList.remove('booting');
}

/** The server may still be starting: say so, and try again when the person asks. */
function tellFailure(problem) {
    const again = () => start().catch(tellFailure);
    render(
        html`<main class="login">
            <div class="login-card">
                <h1>Stepwise</h1>
                <p role="alert">${problemText(problem)}</p>
                <button class="login-button" @click=${again}>${t('reload')}</button>
            </div>
        </main>`,
        app,
    );
    document.documentElement.classList.remove('booting');
}

async function start() {
    await chooseLanguage();
    const session = await currentSession();
    render(nothing, app);
    await (session ? enter(session) : leave());
}

startTheme();
start().catch(tellFailure);
