-- Numbers are kept here only while their document is not there; the others are on their documents.
delete from crm.document_number
 where exists (select 1 from crm.sales_order o
                where o.company = crm.document_number.company and o.id = crm.document_number.document)
    or exists (select 1 from crm.invoice i
                where i.company = crm.document_number.company and i.id = crm.document_number.document);
