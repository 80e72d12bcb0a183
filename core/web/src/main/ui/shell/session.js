// Who is signed in, and what they may do.
import { api, useSession } from '../stepwise/api.js';
import { useCurrency } from '../stepwise/text.js';

let current = null;

export async function currentSession() {
    try {
        return (await api('/api/session')) ?? null;
    } catch (problem) {
        if (problem.status === 401) {
            return null;
        }
        throw problem;
    }
}

export function openSession(session, onSignedOut) {
    current = session;
    useCurrency(session.company?.currency);
    useSession({ token: session.csrf, onSignedOut });
}

export function signIn(user, password) {
    return api('/api/session', { method: 'POST', body: { user, password } });
}

export async function signOut() {
    await api('/api/session', { method: 'DELETE' });
    current = null;
}

export function changePassword(old, next) {
    return api('/api/session/password', { method: 'PUT', body: { current: old, next } });
}

/** Whether a permission is held; the server decides, this only leaves out what would be refused. */
export function may(permission) {
    return current?.permissions.includes(permission) ?? false;
}
