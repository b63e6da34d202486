"""WordPress: posts and pages by its REST API (https://developer.wordpress.org/rest-api/reference/posts/)."""
