export { default } from '@ui5/webcomponents-icons/dist/generated/assets/v5/SAP-icons.json';
