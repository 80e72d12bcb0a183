// Lets a screen change the address; the shell's router listens.

/** Where the page that is open would lose something, the person is asked first, and it goes on when he agrees. */
export function navigate(path, { replace = false } = {}) {
    const go = () => {
        history[replace ? 'replaceState' : 'pushState'](null, '', path);
        window.dispatchEvent(new PopStateEvent('popstate'));
    };
    if (window.dispatchEvent(new CustomEvent('stepwise-leave', { cancelable: true, detail: go }))) {
        go();
    }
}
