// The parts of Tabulator that the grid needs, and its style in a layer below ours, so that dark mode holds.
import {
    Tabulator,
    AjaxModule,
    FormatModule,
    InteractionModule,
    ResizeColumnsModule,
    ResizeTableModule,
    SortModule,
} from 'tabulator-tables';

Tabulator.registerModule([
    AjaxModule,
    FormatModule,
    InteractionModule,
    ResizeColumnsModule,
    ResizeTableModule,
    SortModule,
]);

export { Tabulator };
