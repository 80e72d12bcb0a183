// UI5 2.26.0 marks every item of a collapsed navigation as the current page, and as selected where its role forbids it.
import Item from '@ui5/webcomponents-fiori/dist/SideNavigationSelectableItemBase.js';

const mended = {
    _ariaCurrent: {
        get() {
            return this.selected ? 'page' : undefined;
        },
    },
    _ariaSelected: { get: () => undefined },
};
Object.defineProperties(Item.prototype, mended);
