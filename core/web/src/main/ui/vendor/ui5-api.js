// The functions of UI5 that screens may call; its components are imported for their side effect only.
import './ui5.js';

export { getTheme, setTheme } from '@ui5/webcomponents-base/dist/config/Theme.js';
export { getLanguage, setLanguage } from '@ui5/webcomponents-base/dist/config/Language.js';
export { registerIcon } from '@ui5/webcomponents-base/dist/asset-registries/Icons.js';
export { renderFinished } from '@ui5/webcomponents-base/dist/Render.js';
export { default as announce } from '@ui5/webcomponents-base/dist/util/InvisibleMessage.js';
