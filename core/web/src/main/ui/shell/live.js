// What the server tells while it happens: modules switched on or off, catch-up progress, new facts.
const RELOAD_AFTER_MS = 500;

export function openLive(listeners) {
    const source = new EventSource('/api/live');
    for (const [name, listener] of Object.entries(listeners)) {
        source.addEventListener(name, (event) => listener(event.data ? JSON.parse(event.data) : {}));
    }
    // What was said while the connection was broken is lost: after each return everything is asked for anew.
    let opened = false;
    source.addEventListener('open', () => {
        if (opened) {
            listeners.modules({});
        }
        opened = true;
    });
    return () => source.close();
}

/** A fact of the module may have changed what is shown; many facts at once make one reload. */
export function followLog(live, module, reload) {
    let waiting = null;
    const heard = ({ detail }) => {
        if (!waiting && String(detail.type ?? '').startsWith(`${module}.`)) {
            waiting = setTimeout(() => {
                waiting = null;
                reload();
            }, RELOAD_AFTER_MS);
        }
    };
    live.addEventListener('log', heard);
    return () => {
        clearTimeout(waiting);
        live.removeEventListener('log', heard);
    };
}
