"""Who first had each text and each article's news, and what the article is to it."""
