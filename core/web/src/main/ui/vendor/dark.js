export { default as theming } from 'dark:@ui5/webcomponents-theming';
export { default as main } from 'dark:@ui5/webcomponents';
export { default as fiori } from 'dark:@ui5/webcomponents-fiori';
