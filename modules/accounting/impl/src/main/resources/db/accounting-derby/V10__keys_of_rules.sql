-- A rule may be of a dimension too: its row is known by its id, see V11.
ALTER TABLE accounting.posting_rule DROP PRIMARY KEY;
