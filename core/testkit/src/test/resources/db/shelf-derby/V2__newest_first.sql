CREATE INDEX label_by_score_down ON label (company, of_list, score DESC, book DESC);
