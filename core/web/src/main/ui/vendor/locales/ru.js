import base from '@ui5/webcomponents-base/dist/generated/assets/i18n/messagebundle_ru.json';
import main from '@ui5/webcomponents/dist/generated/assets/i18n/messagebundle_ru.json';
import fiori from '@ui5/webcomponents-fiori/dist/generated/assets/i18n/messagebundle_ru.json';
import icons from '@ui5/webcomponents-icons/dist/generated/assets/i18n/messagebundle_ru.json';
import calendar from '@ui5/webcomponents-localization/dist/generated/assets/cldr/ru.json';

export const texts = { base, main, fiori, icons };
export { calendar };
