// A new row or document of a described list.
import { html, render } from 'lit';
import { intent } from '../stepwise/api.js';
import { form } from '../stepwise/form.js';
import { navigate } from '../stepwise/navigate.js';
import { t } from '../stepwise/text.js';
import { toast } from '../stepwise/toast.js';
import { copiedValues } from './copy.js';
import { listPath } from './navigation.js';

const forCreate = (field) => field.on !== 'change';

export async function newPage(element, description, { query }) {
    const values = await copiedValues(description, query.get('copy'));
    const path = listPath(description);
    const send = intent();
    document.title = `${t('new.title', { title: description.title })} – Stepwise`;
    render(
        html`<header class="page-head">
                <a class="back" href=${path}>${description.title}</a>
                <h1>${t('new.title', { title: description.title })}</h1>
            </header>
            <div class="sheet"></div>`,
        element,
    );
    const lines = description.lines && { ...description.lines, fields: description.lines.fields.filter(forCreate) };
    const submit = async (values) => {
        const { location, body } = await send(description.path, { body: values });
        toast(t('saved'));
        const id = body?.id ?? location?.split('/').at(-1);
        navigate(id ? `${path}/${id}` : path, { replace: true });
    };
    form(element.querySelector('.sheet'), {
        fields: description.fields.filter(forCreate),
        values,
        lines: lines && lines.fields.length > 0 ? lines : null,
        submitTitle: t('save'),
        submit,
        cancel: () => navigate(path),
    });
}
