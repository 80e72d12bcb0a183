// The licences of what the bundle contains, read from the packages themselves.
import { readFileSync, readdirSync } from 'node:fs';

const FILE = 'src/main/ui/THIRD-PARTY.txt';

function packagesIn(metafile) {
    const names = Object.keys(metafile.inputs)
        .map((input) => input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
        .filter(Boolean);
    return [...new Set(names)].sort();
}

function licenceOf(name) {
    const folder = `node_modules/${name}`;
    const { version, license, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const heading = `${name} ${version}\n${license}${homepage ? `\n${homepage}` : ''}`;
    return { heading, text: file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '' };
}

/** Packages that share a licence text stand together above it. */
export function thirdParty(metafile) {
    const byText = new Map();
    for (const { heading, text } of packagesIn(metafile).map(licenceOf)) {
        byText.set(text, [...(byText.get(text) ?? []), heading]);
    }
    const parts = [...byText].map(([text, headings]) => `${headings.join('\n\n')}\n\n${text}\n`);
    const rule = `\n${'-'.repeat(80)}\n\n`;
    return `The browser shell of Stepwise contains these works under their own licences.\n${rule}${parts.join(rule)}`
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n');
}

/** The committed list must be that of what was just bundled; a new library without its licence stops the build. */
export function checkThirdParty(metafile) {
    const committed = readFileSync(FILE, 'utf8');
    if (committed !== thirdParty(metafile)) {
        throw new Error(`${FILE} does not list what was bundled; run: npm run licences`);
    }
}
