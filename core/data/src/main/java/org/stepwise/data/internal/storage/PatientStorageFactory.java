package org.stepwise.data.internal.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.derby.impl.io.DirStorageFactory;
import org.apache.derby.io.StorageFile;
import org.apache.derby.io.WritableStorageFactory;

/**
 * Files in a directory, as Derby keeps them by itself, but for a disk without room: who writes waits until there is
 * some. A write that failed would end Derby in the middle of its work, and what others had just committed with it.
 *
 * <p>Beside the database lie files that only take up room, {@link #BALLAST}: they are thrown overboard first, one by
 * one.
 */
public final class PatientStorageFactory implements WritableStorageFactory {
    /** By which Derby finds it: in the bundle of Derby, where it is once more, since nothing else sees both. */
    public static final String NAME = "org.stepwise.data.internal.storage.PatientStorageFactory";

    /** The part of a database's name that chooses this storage, for {@code derby.subSubProtocol.patient}. */
    public static final String PROTOCOL = "patient";

    /** The folder beside the database. */
    public static final String BALLAST = "ballast";

    private final DirStorageFactory directory = new DirStorageFactory();
    private Patience patience = new Patience(null);

    @Override
    public void init(String home, String databaseName, String tempDirName, String uniqueName) throws IOException {
        directory.init(home, databaseName, tempDirName, uniqueName);
        if (databaseName != null) {
            patience = new Patience(Path.of(databaseName).toAbsolutePath());
        }
    }

    private StorageFile patient(StorageFile file) {
        return file == null ? null : new PatientFile(file, patience);
    }

    @Override
    public StorageFile newStorageFile(String path) {
        return patient(directory.newStorageFile(path));
    }

    @Override
    public StorageFile newStorageFile(String parent, String name) {
        return patient(directory.newStorageFile(parent, name));
    }

    @Override
    public StorageFile newStorageFile(StorageFile parent, String name) {
        return patient(directory.newStorageFile(PatientFile.plain(parent), name));
    }

    @Override
    public StorageFile createTemporaryFile(String prefix, String suffix) throws IOException {
        return patient(directory.createTemporaryFile(prefix, suffix));
    }

    @Override
    public StorageFile getTempDir() {
        return patient(directory.getTempDir());
    }

    @Override
    public void sync(OutputStream stream, boolean metaData) throws IOException {
        directory.sync(stream, metaData);
    }

    @Override
    public boolean supportsWriteSync() {
        return directory.supportsWriteSync();
    }

    @Override
    public void shutdown() {
        directory.shutdown();
    }

    @Override
    public String getCanonicalName() throws IOException {
        return directory.getCanonicalName();
    }

    @Override
    public void setCanonicalName(String name) {
        directory.setCanonicalName(name);
    }

    @Override
    public char getSeparator() {
        return directory.getSeparator();
    }

    @Override
    public boolean isFast() {
        return directory.isFast();
    }

    @Override
    public boolean isReadOnlyDatabase() {
        return directory.isReadOnlyDatabase();
    }

    @Override
    public boolean supportsRandomAccess() {
        return directory.supportsRandomAccess();
    }

    @Override
    public int getStorageFactoryVersion() {
        return directory.getStorageFactoryVersion();
    }
}
