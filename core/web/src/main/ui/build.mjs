// Builds the shell and the libraries it shares with module screens into target/classes/web.
// Runs from the folder of package.json; does nothing when no input has changed since the last build.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { common, rare } from './components.mjs';
import { checkThirdParty, thirdParty } from './third-party.mjs';

const UI = 'src/main/ui';
const OUT = 'target/classes/web';
const STAMP = 'target/ui.stamp';

function filesIn(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
        .sort();
}

function digest(files) {
    const hash = createHash('sha256');
    for (const file of files) {
        hash.update(relative('.', file)).update('\0').update(readFileSync(file)).update('\0');
    }
    return hash.digest('hex').slice(0, 16);
}

function installPackages(lock) {
    const marker = 'node_modules/.stepwise-lock';
    if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) {
        return;
    }
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: 'inherit' });
    writeFileSync(marker, lock);
}

/** UI5's locale files hold every currency, territory and unit; a calendar needs a small part of them. */
const onlyCalendarData = {
    name: 'only-calendar-data',
    setup(build) {
        build.onLoad({ filter: /assets[\\/]cldr[\\/]\w+\.json$/ }, ({ path }) => {
            const { languages, scripts, territories, units, currencyDigits, ...kept } = JSON.parse(
                readFileSync(path, 'utf8'),
            );
            for (const calendar of ['buddhist', 'islamic', 'japanese', 'persian']) {
                delete kept[`ca-${calendar}`];
            }
            return { contents: JSON.stringify(kept), loader: 'json' };
        });
    },
};

/** Short names: `listed:` for an entry that is only a list of imports, `dark:` for a package's dark theme. */
const named = {
    name: 'short-names',
    setup(build) {
        build.onResolve({ filter: /^dark:/ }, ({ path }) =>
            build.resolve(`${path.slice(5)}/dist/generated/assets/themes/sap_horizon_dark/parameters-bundle.css.json`, {
                kind: 'import-statement',
                resolveDir: process.cwd(),
            }),
        );
        build.onResolve({ filter: /^listed:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'listed' }));
        build.onLoad({ filter: /.*/, namespace: 'listed' }, ({ path }) => ({
            contents: (path === 'core' ? common : rare).map((name) => `import '${name}';`).join('\n'),
            resolveDir: '.',
        }));
    },
};

async function bundle() {
    const { build } = await import('esbuild');
    const { metafile } = await build({
        entryPoints: {
            shell: `${UI}/shell/main.js`,
            'stepwise-ui': `${UI}/stepwise/index.js`,
            'ui5-api': `${UI}/vendor/ui5-api.js`,
            'ui5-core': 'listed:core',
            'ui5-extra': 'listed:extra',
            style: `${UI}/shell/style.css`,
        },
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['production'],
        minify: true,
        legalComments: 'none',
        outdir: OUT,
        chunkNames: 'chunks/[name]-[hash]',
        loader: { '.svg': 'dataurl' },
        metafile: true,
        plugins: [onlyCalendarData, named],
        logLevel: 'warning',
    });
    return metafile;
}

/** What the first page needs for certain: the shell and everything it imports statically. */
function preloads(metafile) {
    const outputs = metafile.outputs;
    const wanted = new Set();
    const visit = (file) => {
        if (!wanted.has(file)) {
            wanted.add(file);
            outputs[file].imports
                .filter((each) => each.kind === 'import-statement')
                .forEach((each) => visit(each.path));
        }
    };
    visit(`${OUT}/shell.js`);
    return [...wanted].map((file) => relative(OUT, file)).sort();
}

function importMap() {
    const imports = { '@stepwise/ui': 'stepwise-ui.js', '@ui5/api': 'ui5-api.js' };
    common.forEach((name) => (imports[name] = 'ui5-core.js'));
    rare.forEach((name) => (imports[name] = 'ui5-extra.js'));
    return imports;
}

function writePage(preload) {
    const links = preload.map((file) => `<link rel="modulepreload" href="{{base}}${file}" />`).join('\n        ');
    const page = readFileSync(`${UI}/index.html`, 'utf8').replace('<!-- preload -->', links);
    writeFileSync(`${OUT}/index.html`, page);
}

/**
 * Served as they are to browsers that accept gzip; text below this size is not worth it. Scripts and styles are kept in
 * this form only; the texts are read by the server too.
 */
function compress() {
    for (const file of filesIn(OUT).filter((each) => /\.(js|css|json|svg)$/.test(each))) {
        const content = readFileSync(file);
        if (content.length > 1024) {
            writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
            if (/\.(js|css)$/.test(file)) {
                rmSync(file);
            }
        }
    }
}

const lock = readFileSync('package-lock.json', 'utf8');
const stamp = digest(['package-lock.json', ...filesIn(UI)]);
if (
    process.argv.length === 2 &&
    existsSync(`${OUT}/manifest.json`) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === stamp
) {
    process.exit(0);
}
installPackages(lock);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const metafile = await bundle();
if (process.argv.includes('--licences')) {
    writeFileSync(`${UI}/THIRD-PARTY.txt`, thirdParty(metafile));
}
checkThirdParty(metafile);
cpSync(`${UI}/i18n`, `${OUT}/i18n`, { recursive: true });
cpSync(`${UI}/THIRD-PARTY.txt`, `${OUT}/THIRD-PARTY.txt`);
cpSync(`${UI}/icon.svg`, `${OUT}/icon.svg`);
const preload = preloads(metafile);
const manifest = { hash: digest(filesIn(OUT)), imports: importMap(), preload };
writePage(preload);
compress();
writeFileSync(`${OUT}/manifest.json`, JSON.stringify(manifest, null, 2));
writeFileSync(STAMP, stamp);
