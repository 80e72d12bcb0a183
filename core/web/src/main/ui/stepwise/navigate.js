// Lets a screen change the address; the shell's router listens.
export function navigate(path, { replace = false } = {}) {
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
}
