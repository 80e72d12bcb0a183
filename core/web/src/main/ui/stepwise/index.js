// What a module's screens may use. Everything here keeps its name and meaning within a major version.
export { html, svg, nothing, render } from 'lit';
export { classMap } from 'lit/directives/class-map.js';
export { ifDefined } from 'lit/directives/if-defined.js';
export { live } from 'lit/directives/live.js';
export { repeat } from 'lit/directives/repeat.js';
export { until } from 'lit/directives/until.js';
export { Problem, api, intent, request } from './api.js';
export { day, decimal, language, loadTexts, moment, money, parseDecimal, t } from './text.js';
export { problemText, toast, warn } from './toast.js';
export { confirmDialog, openDialog } from './dialog.js';
export { display } from './display.js';
export { dataGrid } from './grid.js';
export { form } from './form.js';
export { navigate } from './navigate.js';
