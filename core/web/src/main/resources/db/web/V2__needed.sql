-- Whoever asks again is told only what they may still do and see: the permissions that the request needed for its
-- effect, and those that its answer needed besides. Both are null for what was answered before this.
ALTER TABLE web.answer ADD COLUMN needed VARCHAR(8000);
ALTER TABLE web.answer ADD COLUMN seen VARCHAR(8000);
