// Calls the server. Every screen goes through here: language, CSRF token, idempotency key and problems in one place.
import { language } from './text.js';

let csrf = null;
let signedOut = () => {};

/** Told by the shell after login; screens never handle the token. */
export function useSession({ token, onSignedOut }) {
    csrf = token;
    signedOut = onSignedOut;
}

/**
 * A refusal as the server put it: `code` for programs, `message` for people, `fields` by field name; `retryAfter` in
 * seconds.
 */
export class Problem extends Error {
    constructor(status, body, retryAfter = null) {
        super(body.detail || body.title || `The server answered ${status}`);
        this.name = 'Problem';
        this.status = status;
        this.code = body.code ?? null;
        this.fields = body.fields ?? {};
        this.id = body.id ?? null;
        this.body = body;
        this.retryAfter = retryAfter;
    }
}

/** A new key for one intent of a person: sending it twice has one effect. Works without a secure context. */
export function intentKey() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
        '',
    );
}

/**
 * Sends a request and answers `{ body, etag, location, status }`.
 * Options: `method`, `body` (made JSON), `ifMatch`, `key` (idempotency key, made up when absent), `signal`.
 */
export async function request(path, { method = 'GET', body, ifMatch, key, signal } = {}) {
    const headers = { Accept: 'application/json, application/problem+json', 'Accept-Language': language() };
    if (body !== undefined) {
        headers['Content-Type'] = 'application/json';
    }
    if (method !== 'GET') {
        headers['X-CSRF-Token'] = csrf ?? '';
    }
    if (method === 'POST') {
        headers['Idempotency-Key'] = key ?? intentKey();
    }
    if (ifMatch) {
        headers['If-Match'] = ifMatch;
    }
    return answered(await send(path, { method, headers, signal, body: body && JSON.stringify(body) }));
}

/** Sends a file as it is, and answers as `request` does; `key` is the idempotency key. */
export async function upload(path, file, key) {
    const headers = {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': language(),
        'Content-Type': 'application/octet-stream',
        'X-CSRF-Token': csrf ?? '',
        'Idempotency-Key': key,
    };
    return answered(await send(path, { method: 'POST', headers, body: file }));
}

async function answered(response) {
    const answer = await read(response);
    if (!response.ok) {
        if (response.status === 401 && csrf) {
            csrf = null;
            signedOut();
        }
        throw new Problem(response.status, answer ?? {}, response.headers.get('Retry-After'));
    }
    return {
        body: answer,
        etag: response.headers.get('ETag'),
        location: response.headers.get('Location'),
        status: response.status,
    };
}

/**
 * Sends one intent of a person, as often as it takes, under one idempotency key: an answer that was lost on the way
 * cannot make a second document. A refusal had no effect, so what is corrected and sent after it is a new intent.
 */
export function intent() {
    let key = intentKey();
    return async (path, options) => {
        try {
            return await request(path, { ...options, method: 'POST', key });
        } catch (problem) {
            if (problem.status >= 400 && problem.status < 500) {
                key = intentKey();
            }
            throw problem;
        }
    };
}

/** The body of a request's answer; for most screens all they need. */
export async function api(path, options) {
    return (await request(path, options)).body;
}

async function send(path, options) {
    try {
        return await fetch(path, { ...options, credentials: 'same-origin' });
    } catch (failure) {
        if (failure.name === 'AbortError') {
            throw failure;
        }
        throw new Problem(0, { code: 'ui.server.unreachable' });
    }
}

async function read(response) {
    const type = response.headers.get('Content-Type') ?? '';
    const text = type.includes('json') ? await response.text() : '';
    return text ? JSON.parse(text) : null;
}
